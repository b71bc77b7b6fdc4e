import { clauses } from '../clauses.ts'
import type { SiteIconFacts } from '../evidence/form-facts.ts'
import { defineRule } from '../rule.ts'

const SMALLEST = 64

/** Looks only at what the server's own host offers; the sizes that a directory draws are its own business. */
export const rule = defineRule({
  id: 'ICN-01',
  title: 'The server’s site has an icon',
  why: 'People find a connector in a list by its picture; without one it shows a letter.',
  clause: clauses.faqIcon,
  scope: 'passive',
  needs: ['siteIcon'],
  *check({ siteIcon: { site, tried, image } }) {
    if (!image) {
      yield { case: 'none', at: site, params: { site }, excerpt: tried.map(({ url }) => url) }
      return
    }
    const { url, type, width = 0, height = 0 } = image
    if (type === 'svg' || Math.min(width, height) >= SMALLEST) return
    yield { case: 'small', at: url, params: { url, width, height, smallest: SMALLEST } }
  },
  text: {
    en: {
      pass: 'The site of the server has an icon of at least 64 pixels.',
      cases: {
        none: {
          message: 'No icon was found at {site}, neither linked from the page nor as /favicon.ico.',
          fix: 'Serve an icon there, or name an address of an icon in the submission.',
        },
        small: {
          message: 'The icon {url} has {width} x {height} pixels; drawn larger it becomes coarse.',
          fix: 'Serve one of at least {smallest} x {smallest} pixels, or an SVG.',
        },
      },
    },
    de: {
      title: 'Die Seite des Servers hat ein Symbol',
      why: 'Menschen finden einen Connector in einer Liste an seinem Bild; ohne eines steht dort ein Buchstabe.',
      pass: 'Die Seite des Servers hat ein Symbol von mindestens 64 Pixeln.',
      cases: {
        none: {
          message:
            'Bei {site} wurde kein Symbol gefunden, weder von der Seite verlinkt noch als /favicon.ico.',
          fix: 'Stellen Sie dort ein Symbol bereit, oder nennen Sie die Adresse eines Symbols in der Einreichung.',
        },
        small: {
          message: 'Das Symbol {url} hat {width} x {height} Pixel; größer gezeichnet wird es grob.',
          fix: 'Stellen Sie eines von mindestens {smallest} x {smallest} Pixeln bereit, oder ein SVG.',
        },
      },
    },
    es: {
      title: 'El sitio del servidor tiene un icono',
      why: 'La gente encuentra un conector en una lista por su imagen; sin ella muestra una letra.',
      pass: 'El sitio del servidor tiene un icono de al menos 64 píxeles.',
      cases: {
        none: {
          message: 'En {site} no se encontró ningún icono, ni enlazado en la página ni como /favicon.ico.',
          fix: 'Ponga ahí un icono, o nombre la dirección de un icono en el envío.',
        },
        small: {
          message: 'El icono {url} tiene {width} x {height} píxeles; más grande se ve tosco.',
          fix: 'Ponga uno de al menos {smallest} x {smallest} píxeles, o un SVG.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({ url: 'https://mcp.example/icon.png', type: 'png', width: 64, height: 64 }),
      example({ url: 'https://mcp.example/icon.svg', type: 'svg', width: 16, height: 16 }),
    ],
    fail: [
      example(undefined),
      example({ url: 'https://mcp.example/favicon.ico', type: 'ico', width: 32, height: 32 }),
    ],
  },
})

function example(image: SiteIconFacts['image']) {
  return { siteIcon: { site: 'https://mcp.example/', tried: [], ...(image ? { image } : {}) } }
}
