import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

/** A caller without a token who names a user in headers that only a proxy may set. AUTH-26 looks at the same for a caller with one. */
export const rule = defineRule({
  id: 'AUTH-35',
  title: 'A user cannot be claimed in a header',
  why: 'A header can be written by anybody; only the token says who is asking.',
  clause: clauses.mcpSecurity,
  scope: 'passive',
  needs: ['forgedUser'],
  *check({ forgedUser }) {
    const { opened, status, headers, excerpt } = forgedUser
    if (opened) yield { case: 'opened', params: { status, headers: [...headers] }, excerpt }
  },
  text: {
    en: {
      pass: 'Without a token, headers that name a user open nothing.',
      cases: {
        opened: {
          message: 'The server opens without a token for a caller who names a user in headers ({headers}).',
          fix: 'Take the user from the token alone, and drop such headers at the edge.',
        },
      },
    },
    de: {
      title: 'Niemand kann sich per Header als jemand ausgeben',
      why: 'Einen Header kann jeder schreiben; nur das Token sagt, wer fragt.',
      pass: 'Ohne Token öffnen Header, die eine Person nennen, nichts.',
      cases: {
        opened: {
          message: 'Der Server öffnet ohne Token, wenn der Aufruf eine Person in Headern nennt ({headers}).',
          fix: 'Nehmen Sie die Person allein aus dem Token, und verwerfen Sie solche Header am Rand.',
        },
      },
    },
    es: {
      title: 'Nadie puede hacerse pasar por otro con una cabecera',
      why: 'Una cabecera la escribe cualquiera; solo el token dice quién pide.',
      pass: 'Sin token, las cabeceras que nombran a una persona no abren nada.',
      cases: {
        opened: {
          message: 'El servidor se abre sin token a quien nombra a una persona en cabeceras ({headers}).',
          fix: 'Tome la persona solo del token y descarte esas cabeceras en la entrada.',
        },
      },
    },
  },
  examples: {
    pass: [{ forgedUser: { headers: ['x-user-id'], status: 401, opened: false, excerpt: '' } }],
    fail: [{ forgedUser: { headers: ['x-user-id'], status: 200, opened: true, excerpt: '{}' } }],
  },
})
