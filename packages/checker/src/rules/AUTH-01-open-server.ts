import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-01',
  title: 'A server without login is fine',
  why: 'Login is needed only where data belongs to somebody; tools that write for everybody deserve a second look.',
  clause: clauses.faqLogin,
  scope: 'passive',
  needs: ['access'],
  *check({ access }) {
    if (access.protected) {
      yield { outcome: 'not-applicable', because: 'has-login' }
      return
    }
    if (access.writers.length === 0) return
    yield {
      case: 'writes-without-login',
      outcome: 'needs-human',
      params: { tools: [...access.writers], count: access.writers.length },
      excerpt: [...access.writers],
    }
  },
  text: {
    en: {
      pass: 'The server answers without login, and shows no tool that changes something.',
      cases: {
        'writes-without-login': {
          message: 'Without login the server offers tools that may change something: {tools}.',
          fix: 'Say in the submission whose data these tools change, or put a login before them.',
        },
      },
    },
    de: {
      title: 'Ein Server ohne Anmeldung ist in Ordnung',
      why: 'Eine Anmeldung braucht es nur, wo Daten jemandem gehören; Werkzeuge, die für alle schreiben, verdienen einen zweiten Blick.',
      pass: 'Der Server antwortet ohne Anmeldung und zeigt kein Werkzeug, das etwas ändert.',
      cases: {
        'writes-without-login': {
          message: 'Ohne Anmeldung bietet der Server Werkzeuge, die etwas ändern können: {tools}.',
          fix: 'Sagen Sie bei der Einreichung, wessen Daten diese Werkzeuge ändern, oder setzen Sie eine Anmeldung davor.',
        },
      },
    },
    es: {
      title: 'Un servidor sin inicio de sesión está bien',
      why: 'Solo hace falta iniciar sesión donde los datos son de alguien; las herramientas que escriben para todos merecen otra mirada.',
      pass: 'El servidor responde sin inicio de sesión y no muestra ninguna herramienta que cambie algo.',
      cases: {
        'writes-without-login': {
          message: 'Sin inicio de sesión el servidor ofrece herramientas que pueden cambiar algo: {tools}.',
          fix: 'Diga en el envío de quién son los datos que cambian estas herramientas, o ponga antes un inicio de sesión.',
        },
      },
    },
  },
  examples: {
    pass: [{ access: { protected: false, status: 200, schemes: [], writers: [] } }],
    fail: [{ access: { protected: false, status: 200, schemes: [], writers: ['delete_page'] } }],
  },
})
