import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { generatedMedia } from '../phrases/business.ts'
import { defineRule } from '../rule.ts'
import { said } from '../text/said.ts'

export const rule = defineRule({
  id: 'USE-02',
  title: 'Generating media is not the service',
  why: 'The directory does not list services whose purpose is to generate images, film or sound; aids for design are welcome.',
  clause: clauses.policyMedia,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    yield* said(tools, generatedMedia)
  },
  text: {
    en: {
      pass: 'No tool speaks of generating images, film or sound.',
      cases: {
        'generated-media': {
          message: '{tool} seems to generate images, film or sound ({where}): {words}',
          fix: 'A reviewer asks whether this is the main purpose of the server or an aid for design.',
        },
      },
    },
    de: {
      title: 'Medien zu erzeugen ist nicht der Dienst',
      why: 'Das Verzeichnis führt keine Dienste, deren Zweck es ist, Bilder, Film oder Ton zu erzeugen; Hilfen für Gestaltung sind willkommen.',
      pass: 'Kein Werkzeug spricht davon, Bilder, Film oder Ton zu erzeugen.',
      cases: {
        'generated-media': {
          message: '{tool} scheint Bilder, Film oder Ton zu erzeugen ({where}): {words}',
          fix: 'Eine Prüferin fragt, ob das der Hauptzweck des Servers ist oder eine Hilfe für Gestaltung.',
        },
      },
    },
    es: {
      title: 'Generar medios no es el servicio',
      why: 'El directorio no incluye servicios cuyo fin sea generar imágenes, vídeo o sonido; las ayudas de diseño son bienvenidas.',
      pass: 'Ninguna herramienta habla de generar imágenes, vídeo o sonido.',
      cases: {
        'generated-media': {
          message: '{tool} parece generar imágenes, vídeo o sonido ({where}): {words}',
          fix: 'Una persona pregunta si ese es el fin principal del servidor o una ayuda de diseño.',
        },
      },
    },
  },
  examples: {
    pass: [listed({ name: 'a', description: 'Creates a diagram as an image from Mermaid text.' })],
    fail: [listed({ name: 'a', description: 'Generates an image from a prompt with AI.' })],
  },
})
