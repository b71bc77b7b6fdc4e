import { clauses } from '../clauses.ts'
import type { RawTool } from '../evidence/facts.ts'
import { deedOf, prefixOf } from '../head-verb.ts'
import { listed } from '../listed.ts'
import { outbound } from '../phrases/outbound.ts'
import { isObject, objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'
import { said } from '../text/said.ts'

export const rule = defineRule({
  id: 'TOOL-08',
  title: 'Sending and saving files count as writing',
  why: 'A message that left cannot be called back, and a file stays on a disk: neither is reading, though nothing of the user changed.',
  clause: clauses.reviewCriteria,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const prefix = prefixOf([...objectTools(tools.list)].map(({ name }) => name))
    yield* said({ list: tools.list.filter((tool) => onlyTextTells(tool, prefix)) }, outbound)
  },
  text: {
    en: {
      pass: 'No read-only tool speaks of sending something or of saving files.',
      cases: {
        sends: {
          message: 'Tool {tool} is called read-only and seems to send something ({where}): {words}',
          fix: 'A reviewer asks what leaves the server. If {tool} sends anything, set readOnlyHint to false.',
        },
        'keeps-file': {
          message: 'Tool {tool} is called read-only and seems to save a file ({where}): {words}',
          fix: 'A reviewer looks whether a file stays behind, also a temporary one. If so, set readOnlyHint of {tool} to false.',
        },
      },
    },
    de: {
      title: 'Senden und Dateien speichern gilt als Schreiben',
      why: 'Eine versandte Nachricht kommt nicht zurück, und eine Datei bleibt liegen: Beides ist kein Lesen, auch wenn sich beim Benutzer nichts ändert.',
      pass: 'Kein nur lesendes Werkzeug spricht davon, etwas zu senden oder Dateien zu speichern.',
      cases: {
        sends: {
          message: 'Das Werkzeug {tool} heißt nur lesend und scheint etwas zu senden ({where}): {words}',
          fix: 'Eine Prüferin fragt, was den Server verlässt. Sendet {tool} etwas, setzen Sie readOnlyHint auf false.',
        },
        'keeps-file': {
          message:
            'Das Werkzeug {tool} heißt nur lesend und scheint eine Datei zu speichern ({where}): {words}',
          fix: 'Eine Prüferin sieht nach, ob eine Datei liegen bleibt, auch eine vorläufige. Wenn ja, setzen Sie readOnlyHint von {tool} auf false.',
        },
      },
    },
    es: {
      title: 'Enviar y guardar archivos cuenta como escribir',
      why: 'Un mensaje enviado no vuelve y un archivo se queda en un disco: nada de eso es leer, aunque nada del usuario cambie.',
      pass: 'Ninguna herramienta de solo lectura habla de enviar algo ni de guardar archivos.',
      cases: {
        sends: {
          message: 'La herramienta {tool} se declara de solo lectura y parece enviar algo ({where}): {words}',
          fix: 'Una persona pregunta qué sale del servidor. Si {tool} envía algo, ponga readOnlyHint en false.',
        },
        'keeps-file': {
          message:
            'La herramienta {tool} se declara de solo lectura y parece guardar un archivo ({where}): {words}',
          fix: 'Una persona mira si queda un archivo, aunque sea temporal. Si es así, ponga readOnlyHint de {tool} en false.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'list_mails', description: 'Lists mails.', annotations: { readOnlyHint: true } },
        {
          name: 'notify',
          description: 'Sends an e-mail to the team.',
          annotations: { readOnlyHint: false },
        },
        {
          name: 'preview',
          description: 'Shows the text. Does not send an email.',
          annotations: { readOnlyHint: true },
        },
      ),
    ],
    fail: [
      listed({
        name: 'share_summary',
        description: 'Sends the summary as an e-mail.',
        annotations: { readOnlyHint: true },
      }),
      listed({
        name: 'screenshot',
        description: 'Saves a picture of the page to a temporary file.',
        annotations: { readOnlyHint: true },
      }),
    ],
  },
})

/** Called read-only, and its name says nothing against that: a name that writes is TOOL-07's business. */
function onlyTextTells({ raw }: RawTool, prefix: readonly string[]): boolean {
  if (!isObject(raw) || !isObject(raw['annotations']) || raw['annotations']['readOnlyHint'] !== true)
    return false
  const { name } = raw
  const deed = typeof name === 'string' ? deedOf(name, prefix)?.deed : undefined
  return deed !== 'write' && deed !== 'delete'
}
