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
  },
  examples: {
    pass: [{ access: { protected: false, status: 200, schemes: [], writers: [] } }],
    fail: [{ access: { protected: false, status: 200, schemes: [], writers: ['delete_page'] } }],
  },
})
