import { clauses } from '../clauses.ts'
import { isSafeUrl } from '../evidence/document.ts'
import type { ImageFacts } from '../evidence/form-facts.ts'
import { defineRule } from '../rule.ts'

const SMALLEST = 64
const UNEVEN = 0.05
const most = '1 MiB'

export const rule = defineRule({
  id: 'ICN-02',
  title: 'An icon of one’s own is a small, square image',
  why: 'The directory fetches it again every day and draws it in six sizes.',
  clause: clauses.faqIcon,
  scope: 'passive',
  needs: ['setting', 'customIcon'],
  *check({ setting, customIcon }) {
    const { url, finalUrl = url, status = 0, tooBig, type, width = 0, height = 0 } = customIcon
    const at = url
    if (!isSafeUrl(url, setting.loopback) || !isSafeUrl(finalUrl, setting.loopback)) {
      yield { case: 'not-https', at, params: { url } }
    } else if (status === 0 || status >= 500 || status === 429) {
      const problem = `${url} answers with HTTP ${status}.`
      yield { outcome: 'could-not-look', because: 'step-failed', at, params: { problem } }
    } else if (status !== 200) yield { case: 'status', at, params: { url, status } }
    else if (tooBig) yield { case: 'too-big', at, params: { url, most } }
    else if (type === undefined) yield { case: 'no-image', at, params: { url } }
    else {
      const params = { url, width, height, smallest: SMALLEST }
      if (Math.abs(width - height) > Math.max(width, height) * UNEVEN)
        yield { case: 'not-square', at, params }
      if (type !== 'svg' && Math.min(width, height) < SMALLEST) yield { case: 'small', at, params }
    }
  },
  text: {
    en: {
      pass: 'The icon is a square image of at least 64 pixels and at most 1 MiB.',
      cases: {
        'not-https': {
          message: 'The icon {url} is not an https address.',
          fix: 'Serve it by https.',
        },
        status: {
          message: 'The icon {url} answers with HTTP {status}.',
          fix: 'Put the image at {url}, or name the address where it is.',
        },
        'too-big': {
          message: 'The icon {url} is larger than {most}.',
          fix: 'Serve a smaller file; 512 x 512 pixels are plenty.',
        },
        'no-image': {
          message: 'What {url} sends is no PNG, SVG, ICO, JPEG, WebP or GIF.',
          fix: 'Serve an image of one of these kinds.',
        },
        'not-square': {
          message: 'The icon {url} is not square: {width} x {height} pixels.',
          fix: 'Serve a square image.',
        },
        small: {
          message: 'The icon {url} has only {width} x {height} pixels.',
          fix: 'Serve one of at least {smallest} x {smallest} pixels.',
        },
      },
    },
    de: {
      title: 'Ein eigenes Symbol ist ein kleines, quadratisches Bild',
      why: 'Das Verzeichnis holt es jeden Tag neu und zeichnet es in sechs Größen.',
      pass: 'Das Symbol ist ein quadratisches Bild von mindestens 64 Pixeln und höchstens 1 MiB.',
      cases: {
        'not-https': {
          message: 'Das Symbol {url} ist keine https-Adresse.',
          fix: 'Liefern Sie es über https aus.',
        },
        status: {
          message: 'Das Symbol {url} antwortet mit HTTP {status}.',
          fix: 'Legen Sie das Bild unter {url} ab, oder nennen Sie die richtige Adresse.',
        },
        'too-big': {
          message: 'Das Symbol {url} ist größer als {most}.',
          fix: 'Liefern Sie eine kleinere Datei aus; 512 x 512 Pixel sind reichlich.',
        },
        'no-image': {
          message: 'Was {url} sendet, ist weder PNG noch SVG, ICO, JPEG, WebP oder GIF.',
          fix: 'Liefern Sie ein Bild einer dieser Arten aus.',
        },
        'not-square': {
          message: 'Das Symbol {url} ist nicht quadratisch: {width} x {height} Pixel.',
          fix: 'Liefern Sie ein quadratisches Bild aus.',
        },
        small: {
          message: 'Das Symbol {url} hat nur {width} x {height} Pixel.',
          fix: 'Liefern Sie eines von mindestens {smallest} x {smallest} Pixeln aus.',
        },
      },
    },
    es: {
      title: 'Un icono propio es una imagen pequeña y cuadrada',
      why: 'El directorio lo vuelve a pedir cada día y lo dibuja en seis tamaños.',
      pass: 'El icono es una imagen cuadrada de al menos 64 píxeles y como mucho 1 MiB.',
      cases: {
        'not-https': {
          message: 'El icono {url} no es una dirección https.',
          fix: 'Sírvalo por https.',
        },
        status: {
          message: 'El icono {url} responde con HTTP {status}.',
          fix: 'Ponga la imagen en {url}, o nombre la dirección donde está.',
        },
        'too-big': {
          message: 'El icono {url} pasa de {most}.',
          fix: 'Sirva un archivo menor; 512 x 512 píxeles bastan de sobra.',
        },
        'no-image': {
          message: 'Lo que envía {url} no es PNG, SVG, ICO, JPEG, WebP ni GIF.',
          fix: 'Sirva una imagen de uno de esos tipos.',
        },
        'not-square': {
          message: 'El icono {url} no es cuadrado: {width} x {height} píxeles.',
          fix: 'Sirva una imagen cuadrada.',
        },
        small: {
          message: 'El icono {url} tiene solo {width} x {height} píxeles.',
          fix: 'Sirva uno de al menos {smallest} x {smallest} píxeles.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({ status: 200, type: 'png', width: 512, height: 500 }),
      example({ status: 200, type: 'svg', width: 24, height: 24 }),
    ],
    fail: [
      { ...example({}), customIcon: { url: 'http://publisher.example/icon.png' } },
      example({ status: 404 }),
      example({ status: 200, tooBig: true }),
      example({ status: 200 }),
      example({ status: 200, type: 'png', width: 300, height: 100 }),
      example({ status: 200, type: 'png', width: 32, height: 32 }),
    ],
  },
})

function example(image: Omit<ImageFacts, 'url'>) {
  return {
    setting: { loopback: false, staticClient: false },
    customIcon: { url: 'https://publisher.example/icon.png', ...image },
  }
}
