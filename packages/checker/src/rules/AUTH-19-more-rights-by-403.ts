/** Also known as the live half of AUT-SCOPE. */
import { clauses } from '../clauses.ts'
import type { TokenRequestFacts } from '../evidence/sign-in-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-19',
  title: 'A tool that needs more rights asks for them by name',
  why: 'From error="insufficient_scope" and the scopes beside it a client knows what to ask the person for.',
  clause: clauses.rfc6750,
  scope: 'login',
  needs: ['signedIn'],
  *check({ signedIn: { requests } }) {
    const refused = requests.filter(({ status }) => status === 403)
    if (refused.length === 0) yield { outcome: 'not-applicable', because: 'no-403' }
    for (const { method, tool, challenge = {} } of firstOfEach(refused)) {
      const place = tool ?? method
      const about = { ...(tool === undefined ? {} : { at: `tools/${tool}` }), params: { place } }
      if (challenge.error !== 'insufficient_scope') yield { case: 'unnamed', ...about }
      else if (!challenge.scope) yield { case: 'no-scopes', ...about }
    }
  },
  text: {
    en: {
      pass: 'Every 403 names the error insufficient_scope and the scopes that are missing.',
      cases: {
        unnamed: {
          message: '{place} is answered with 403 and without error="insufficient_scope".',
          fix: 'Send WWW-Authenticate: Bearer error="insufficient_scope", scope="…", resource_metadata="…" with the 403.',
        },
        'no-scopes': {
          message: '{place} is answered with insufficient_scope, but the header names no scope.',
          fix: 'Name every scope that the request needs in the parameter scope of the header.',
        },
      },
    },
    de: {
      title: 'Ein Werkzeug, das mehr Rechte braucht, nennt sie',
      why: 'Aus error="insufficient_scope" und den genannten Scopes weiß ein Client, worum er die Person bitten muss.',
      pass: 'Jede 403 nennt den Fehler insufficient_scope und die fehlenden Scopes.',
      cases: {
        unnamed: {
          message: '{place} wird mit 403 beantwortet, ohne error="insufficient_scope".',
          fix: 'Schicken Sie mit der 403 WWW-Authenticate: Bearer error="insufficient_scope", scope="…", resource_metadata="…".',
        },
        'no-scopes': {
          message: '{place} wird mit insufficient_scope beantwortet, aber die Kopfzeile nennt keinen Scope.',
          fix: 'Nennen Sie im Parameter scope der Kopfzeile jeden Scope, den die Anfrage braucht.',
        },
      },
    },
    es: {
      title: 'Una herramienta que necesita más permisos los nombra',
      why: 'Con error="insufficient_scope" y los permisos nombrados el cliente sabe qué pedir a la persona.',
      pass: 'Todo 403 nombra el error insufficient_scope y los permisos que faltan.',
      cases: {
        unnamed: {
          message: '{place} recibe 403 sin error="insufficient_scope".',
          fix: 'Envíe con el 403 WWW-Authenticate: Bearer error="insufficient_scope", scope="…", resource_metadata="…".',
        },
        'no-scopes': {
          message: '{place} recibe insufficient_scope, pero la cabecera no nombra ningún permiso.',
          fix: 'Nombre en el parámetro scope de la cabecera todos los permisos que la petición necesita.',
        },
      },
    },
  },
  examples: {
    pass: [example({ error: 'insufficient_scope', scope: 'notes:write' })],
    fail: [example({}), example({ error: 'insufficient_scope' })],
  },
})

function firstOfEach(requests: readonly TokenRequestFacts[]): TokenRequestFacts[] {
  return [...new Map(requests.map((one) => [one.tool ?? one.method, one])).values()]
}

function example(challenge: NonNullable<TokenRequestFacts['challenge']>) {
  return {
    signedIn: {
      source: 'login' as const,
      requests: [
        { method: 'tools/list', status: 200 },
        { method: 'tools/call', tool: 'delete_note', status: 403, challenge },
      ],
    },
  }
}
