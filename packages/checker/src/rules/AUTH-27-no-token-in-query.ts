import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

/** A good token in the query instead of the header. */
export const rule = defineRule({
  id: 'AUTH-27',
  title: 'A token in the address is refused',
  why: 'Addresses end up in logs and histories; whoever reads them has the token.',
  clause: clauses.mcpAuthorization,
  scope: 'login',
  needs: ['queryToken'],
  *check({ queryToken }) {
    const { opened, status, excerpt } = queryToken
    if (opened) yield { case: 'accepted', params: { status }, excerpt }
  },
  text: {
    en: {
      pass: 'A good token in the query opens nothing; only the header counts.',
      cases: {
        accepted: {
          message: 'The server takes a token from the query of the address (HTTP {status}).',
          fix: 'Read the token from the Authorization header alone, and answer 401 without it.',
        },
      },
    },
    de: {
      title: 'Ein Token in der Adresse wird abgelehnt',
      why: 'Adressen landen in Protokollen und Verläufen; wer sie liest, hat das Token.',
      pass: 'Ein gutes Token in der Adresse öffnet nichts; nur der Header zählt.',
      cases: {
        accepted: {
          message: 'Der Server nimmt ein Token aus der Adresse an (HTTP {status}).',
          fix: 'Lesen Sie das Token nur aus dem Authorization-Header, und antworten Sie ohne ihn mit 401.',
        },
      },
    },
    es: {
      title: 'Se rechaza un token en la dirección',
      why: 'Las direcciones acaban en registros e historiales; quien las lee tiene el token.',
      pass: 'Un token bueno en la dirección no abre nada; solo cuenta la cabecera.',
      cases: {
        accepted: {
          message: 'El servidor acepta un token de la dirección (HTTP {status}).',
          fix: 'Lea el token solo de la cabecera Authorization y responda 401 si falta.',
        },
      },
    },
  },
  examples: {
    pass: [{ queryToken: { status: 401, opened: false, excerpt: '' } }],
    fail: [{ queryToken: { status: 200, opened: true, excerpt: '{}' } }],
  },
})
