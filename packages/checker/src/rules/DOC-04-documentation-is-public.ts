import { clauses } from '../clauses.ts'
import { pageFault } from '../page-fault.ts'
import { defineRule, type Draft } from '../rule.ts'

const FEWEST_WORDS = 100
const unseen = { readable: false, missing: [] }

/** Documentation is due by the day of publication, so a form without it is a question and no failure. */
export const rule = defineRule({
  id: 'DOC-04',
  title: 'Public documentation says how to set up and use the connector',
  why: 'Without it users meet a name, a list of tools and an error message.',
  clause: clauses.policyDocumentation,
  scope: 'passive',
  needs: ['setting', 'documentation'],
  *check({ setting, documentation }) {
    const { url, status = 0, words, topics: { readable, missing } = unseen } = documentation
    if (url === '') {
      yield { case: 'none', outcome: 'needs-human' }
      return
    }
    const fault = pageFault(documentation, setting.loopback)
    if (fault === 'unreachable') {
      const problem = documentation.problem ?? `${url} answers with HTTP ${status}.`
      yield { outcome: 'could-not-look', because: 'step-failed', at: url, params: { problem } }
    } else if (fault) yield { case: fault, at: url, params: { url, status } }
    else if (words !== undefined && words < FEWEST_WORDS) yield asked('short', url, { words })
    else if (!readable) yield asked('unread', url, {})
    else if (missing.length > 0) yield asked('missing', url, { missing: [...missing] })
  },
  text: {
    en: {
      pass: 'The documentation is public and speaks of setup, login and troubleshooting.',
      cases: {
        none: {
          message: 'The submission names no documentation; it must be public on the day of publication.',
          fix: 'A reviewer asks for its address before the listing is published.',
        },
        'not-https': {
          message: 'The documentation {url} is not an https address.',
          fix: 'Serve it by https.',
        },
        status: {
          message: 'The documentation {url} answers with HTTP {status}.',
          fix: 'Publish the documentation there, or name the address where it is.',
        },
        login: {
          message: 'The documentation {url} asks for login.',
          fix: 'Publish the documentation where it can be read without an account.',
        },
        unread: {
          message: 'The documentation {url} could not be read by a program (a PDF, or another language).',
          fix: 'A reviewer looks in {url} for purpose, setup, login and troubleshooting.',
        },
        short: {
          message: 'The documentation {url} has only {words} words.',
          fix: 'A reviewer looks whether they are enough. Say what the connector does, how to set it up, how to sign in, and what to do about errors.',
        },
        missing: {
          message: 'In the documentation {url} these topics were not found: {missing}.',
          fix: 'A reviewer looks for them. Say how to set the connector up, how to sign in, and what to do about errors.',
        },
      },
    },
    de: {
      title: 'Öffentliche Dokumentation sagt, wie man den Connector einrichtet und benutzt',
      why: 'Ohne sie treffen Benutzer auf einen Namen, eine Liste von Werkzeugen und eine Fehlermeldung.',
      pass: 'Die Dokumentation ist öffentlich und spricht von Einrichtung, Anmeldung und Hilfe bei Fehlern.',
      cases: {
        none: {
          message:
            'Die Einreichung nennt keine Dokumentation; sie muss am Tag der Veröffentlichung öffentlich sein.',
          fix: 'Eine Prüferin fragt nach ihrer Adresse, bevor der Eintrag veröffentlicht wird.',
        },
        'not-https': {
          message: 'Die Dokumentation {url} ist keine https-Adresse.',
          fix: 'Liefern Sie sie über https aus.',
        },
        status: {
          message: 'Die Dokumentation {url} antwortet mit HTTP {status}.',
          fix: 'Veröffentlichen Sie die Dokumentation dort, oder nennen Sie die richtige Adresse.',
        },
        login: {
          message: 'Die Dokumentation {url} verlangt eine Anmeldung.',
          fix: 'Veröffentlichen Sie die Dokumentation so, dass man kein Konto braucht.',
        },
        unread: {
          message:
            'Die Dokumentation {url} war nicht maschinell zu lesen (ein PDF oder eine andere Sprache).',
          fix: 'Eine Prüferin sucht in {url} nach Zweck, Einrichtung, Anmeldung und Hilfe bei Fehlern.',
        },
        short: {
          message: 'Die Dokumentation {url} hat nur {words} Wörter.',
          fix: 'Eine Prüferin sieht nach, ob sie genügen. Sagen Sie, was der Connector tut, wie man ihn einrichtet, wie man sich anmeldet und was bei Fehlern hilft.',
        },
        missing: {
          message: 'In der Dokumentation {url} wurden diese Themen nicht gefunden: {missing}.',
          fix: 'Eine Prüferin sucht danach. Sagen Sie, wie man den Connector einrichtet, wie man sich anmeldet und was bei Fehlern hilft.',
        },
      },
    },
    es: {
      title: 'Una documentación pública dice cómo instalar y usar el conector',
      why: 'Sin ella los usuarios encuentran un nombre, una lista de herramientas y un mensaje de error.',
      pass: 'La documentación es pública y habla de instalación, inicio de sesión y solución de problemas.',
      cases: {
        none: {
          message: 'El envío no nombra documentación; debe ser pública el día de la publicación.',
          fix: 'Una persona pide su dirección antes de publicar la ficha.',
        },
        'not-https': {
          message: 'La documentación {url} no es una dirección https.',
          fix: 'Sírvala por https.',
        },
        status: {
          message: 'La documentación {url} responde con HTTP {status}.',
          fix: 'Publique la documentación ahí, o nombre la dirección donde está.',
        },
        login: {
          message: 'La documentación {url} pide iniciar sesión.',
          fix: 'Publique la documentación donde se pueda leer sin cuenta.',
        },
        unread: {
          message: 'Un programa no pudo leer la documentación {url} (un PDF u otro idioma).',
          fix: 'Una persona busca en {url} la finalidad, la instalación, el inicio de sesión y la solución de problemas.',
        },
        short: {
          message: 'La documentación {url} tiene solo {words} palabras.',
          fix: 'Una persona mira si bastan. Diga qué hace el conector, cómo se instala, cómo se inicia sesión y qué hacer ante errores.',
        },
        missing: {
          message: 'En la documentación {url} no se encontraron estos temas: {missing}.',
          fix: 'Una persona los busca. Diga cómo se instala el conector, cómo se inicia sesión y qué hacer ante errores.',
        },
      },
    },
  },
  examples: {
    pass: [example({ status: 200, words: 500 }, {})],
    fail: [
      { ...example({}), documentation: { url: '' } },
      example({ status: 404 }),
      example({ status: 200, loginForm: true }, {}),
      { ...example({}), documentation: { url: 'http://publisher.example/docs' } },
      example({ status: 200 }, { readable: false }),
      example({ status: 200, words: 30 }, {}),
      example({ status: 200, words: 500 }, { missing: ['troubleshooting'] }),
    ],
  },
})

function asked(name: string, url: string, params: Record<string, number | string[]>): Draft {
  return { case: name, outcome: 'needs-human', at: url, params: { url, ...params } }
}

function example(
  answer: { status?: number; words?: number; loginForm?: boolean },
  topics?: { readable?: boolean; missing?: string[] },
) {
  const documentation = { url: 'https://publisher.example/docs', ...answer }
  const setting = { loopback: false, staticClient: false }
  if (!topics) return { setting, documentation }
  return { setting, documentation: { ...documentation, topics: { readable: true, missing: [], ...topics } } }
}
