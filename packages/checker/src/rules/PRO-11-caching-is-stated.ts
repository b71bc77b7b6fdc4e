import { clauses } from '../clauses.ts'
import type { CacheFacts } from '../evidence/protocol-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: ttlMs and cacheScope. Only versions since 2026-07-28 have them. */
export const rule = defineRule({
  id: 'PRO-11',
  title: 'Results that may be kept say for how long and for whom',
  why: 'A client or gateway that keeps a list for everybody may only do so where the server says that it is public.',
  clause: clauses.mcpCaching,
  scope: 'passive',
  needs: ['caching'],
  *check({ caching }) {
    const named = new Set<string>()
    const scopes = new Map<string, unknown>()
    for (const { method, later, ttlMs = null, cacheScope = null } of caching.results) {
      const found = faultOf(
        ttlMs,
        cacheScope,
        later && scopes.has(method) && scopes.get(method) !== cacheScope,
      )
      if (!later) scopes.set(method, cacheScope)
      if (!found || named.has(`${found.case} ${method}`)) continue
      named.add(`${found.case} ${method}`)
      yield { ...found, at: method, params: { method }, excerpt: { ttlMs, cacheScope } }
    }
  },
  text: {
    en: {
      pass: 'Every result that may be kept says for how long and for whom.',
      cases: {
        missing: {
          message: 'The result of {method} lacks ttlMs or cacheScope.',
          fix: 'Add "ttlMs": 0 and "cacheScope": "private" where nothing may be kept, else what holds.',
        },
        invalid: {
          message: 'ttlMs or cacheScope in the result of {method} has a value that does not exist.',
          fix: 'Send ttlMs as a whole number of milliseconds from 0 on, and cacheScope as "public" or "private".',
        },
        'scope-changes': {
          message: 'The pages of {method} have different values of cacheScope.',
          fix: 'Send the same cacheScope with every page of one list.',
        },
      },
    },
    de: {
      title: 'Was aufbewahrt werden darf, sagt, wie lange und für wen',
      why: 'Wer eine Liste für alle aufbewahrt, darf das nur, wo der Server sagt, dass sie öffentlich ist.',
      pass: 'Jedes Ergebnis, das aufbewahrt werden darf, sagt, wie lange und für wen.',
      cases: {
        missing: {
          message: 'Dem Ergebnis von {method} fehlt ttlMs oder cacheScope.',
          fix: 'Ergänzen Sie "ttlMs": 0 und "cacheScope": "private", wo nichts aufbewahrt werden darf, sonst was gilt.',
        },
        invalid: {
          message: 'ttlMs oder cacheScope im Ergebnis von {method} hat einen Wert, den es nicht gibt.',
          fix: 'Senden Sie ttlMs als ganze Zahl von Millisekunden ab 0 und cacheScope als "public" oder "private".',
        },
        'scope-changes': {
          message: 'Die Seiten von {method} haben verschiedene Werte von cacheScope.',
          fix: 'Senden Sie mit jeder Seite einer Liste dasselbe cacheScope.',
        },
      },
    },
    es: {
      title: 'Lo que se puede guardar dice por cuánto tiempo y para quién',
      why: 'Quien guarda una lista para todos solo puede hacerlo si el servidor dice que es pública.',
      pass: 'Todo resultado que se puede guardar dice por cuánto tiempo y para quién.',
      cases: {
        missing: {
          message: 'Al resultado de {method} le falta ttlMs o cacheScope.',
          fix: 'Añada "ttlMs": 0 y "cacheScope": "private" si no se puede guardar nada; si no, lo que corresponda.',
        },
        invalid: {
          message: 'ttlMs o cacheScope en el resultado de {method} tiene un valor que no existe.',
          fix: 'Envíe ttlMs como número entero de milisegundos desde 0 y cacheScope como "public" o "private".',
        },
        'scope-changes': {
          message: 'Las páginas de {method} tienen valores distintos de cacheScope.',
          fix: 'Envíe el mismo cacheScope con cada página de una lista.',
        },
      },
    },
  },
  examples: {
    pass: [
      said({ ttlMs: 0, cacheScope: 'private' }),
      said({ ttlMs: 60_000, cacheScope: 'public' }, { ttlMs: 0, cacheScope: 'public', later: true }),
    ],
    fail: [
      said({ ttlMs: 0 }),
      said({ ttlMs: -1, cacheScope: 'private' }),
      said({ ttlMs: 0, cacheScope: 'public' }, { ttlMs: 0, cacheScope: 'private', later: true }),
    ],
  },
})

/** The signal is the member that is wrong, or the first of them. */
function faultOf(
  ttlMs: unknown,
  cacheScope: unknown,
  otherScope: boolean,
): { readonly case: string; readonly signal: 'ttlMs' | 'cacheScope' } | undefined {
  if (ttlMs === null) return { case: 'missing', signal: 'ttlMs' }
  if (cacheScope === null) return { case: 'missing', signal: 'cacheScope' }
  if (typeof ttlMs !== 'number' || !Number.isInteger(ttlMs) || ttlMs < 0)
    return { case: 'invalid', signal: 'ttlMs' }
  if (cacheScope !== 'public' && cacheScope !== 'private') return { case: 'invalid', signal: 'cacheScope' }
  return otherScope ? { case: 'scope-changes', signal: 'cacheScope' } : undefined
}

function said(...results: Partial<CacheFacts['results'][number]>[]) {
  return { caching: { results: results.map((each) => ({ method: 'tools/list', later: false, ...each })) } }
}
