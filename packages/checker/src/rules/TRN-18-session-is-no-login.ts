/** Also known as TRN-SESS-AUTH. */
import { clauses } from '../clauses.ts'
import type { SessionLoginFacts } from '../evidence/sign-in-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TRN-18',
  title: 'A session is no login',
  why: 'A session id is written into logs; where it opens the server by itself, whoever reads it acts as the person.',
  clause: clauses.mcpSecurity,
  scope: 'login',
  needs: ['sessionLogin'],
  *check({ sessionLogin: { without, wrong } }) {
    if (without.served) yield { case: 'without-token', params: { status: without.status } }
    if (wrong.served) yield { case: 'wrong-token', params: { status: wrong.status } }
  },
  text: {
    en: {
      pass: 'In a session that was opened with a token, a request without one or with a wrong one is refused.',
      cases: {
        'without-token': {
          message:
            'In a session that was opened with a token, tools/list is served without one (HTTP {status}).',
          fix: 'Check the token of each request, also within a session, and answer 401 without one.',
        },
        'wrong-token': {
          message:
            'In a session that was opened with a token, tools/list is served with an invalid one (HTTP {status}).',
          fix: 'Check the token of each request, bind the session to its person, and answer 401 to any other.',
        },
      },
    },
    de: {
      title: 'Eine Sitzung ist keine Anmeldung',
      why: 'Eine Sitzungs-ID steht in Protokollen; wo sie allein den Server öffnet, handelt im Namen der Person, wer sie liest.',
      pass: 'In einer Sitzung, die mit einem Token begann, wird eine Anfrage ohne oder mit falschem Token abgelehnt.',
      cases: {
        'without-token': {
          message:
            'In einer Sitzung, die mit einem Token begann, wird tools/list ohne Token bedient (HTTP {status}).',
          fix: 'Prüfen Sie das Token jeder Anfrage, auch in einer Sitzung, und antworten Sie ohne Token mit 401.',
        },
        'wrong-token': {
          message:
            'In einer Sitzung, die mit einem Token begann, wird tools/list mit einem ungültigen bedient (HTTP {status}).',
          fix: 'Prüfen Sie das Token jeder Anfrage, binden Sie die Sitzung an ihre Person, und antworten Sie sonst mit 401.',
        },
      },
    },
    es: {
      title: 'Una sesión no es un inicio de sesión',
      why: 'El id de sesión queda en registros; donde abre el servidor por sí solo, quien lo lea actúa como la persona.',
      pass: 'En una sesión abierta con un token se rechaza una petición sin token o con uno falso.',
      cases: {
        'without-token': {
          message: 'En una sesión abierta con un token, tools/list se atiende sin token (HTTP {status}).',
          fix: 'Compruebe el token de cada petición, también dentro de una sesión, y sin él responda 401.',
        },
        'wrong-token': {
          message:
            'En una sesión abierta con un token, tools/list se atiende con un token no válido (HTTP {status}).',
          fix: 'Compruebe el token de cada petición, ate la sesión a su persona y responda 401 a cualquier otro.',
        },
      },
    },
  },
  examples: {
    pass: [example(false, false)],
    fail: [example(true, false), example(false, true)],
  },
})

function example(without: boolean, wrong: boolean): { sessionLogin: SessionLoginFacts } {
  const answer = (served: boolean) => ({ status: served ? 200 : 401, served })
  return { sessionLogin: { without: answer(without), wrong: answer(wrong) } }
}
