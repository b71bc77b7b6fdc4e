import { clauses } from '../clauses.ts'
import type { LoginTimingsFacts } from '../evidence/authorization-facts.ts'
import { defineRule } from '../rule.ts'

/** Discovery and tokens within 10 seconds, a refresh within 30. */
export const rule = defineRule({
  id: 'AUTH-22',
  title: 'The steps of a login are quick',
  why: 'Clients wait ten seconds for metadata and tokens, and then give up.',
  clause: clauses.mcpAuthorization,
  scope: 'passive',
  needs: ['loginTimings'],
  *check({ loginTimings }) {
    for (const { kind, url, ms } of slowestOfEach(loginTimings)) {
      const most = kind === 'refresh' ? 30_000 : 10_000
      const params = { kind, seconds: Math.round(ms / 100) / 10, most: most / 1000 }
      // AUTH-09 names a registration that takes too long.
      if (ms >= most && kind !== 'registration') yield { case: 'slow', at: url, params }
      else if (ms > sluggishMs && ms < most) yield { case: 'sluggish', at: url, params }
    }
  },
  text: {
    en: {
      pass: 'Every step of the login that was seen took less than three seconds.',
      cases: {
        slow: {
          message: 'A step of the login ({kind}) took {seconds} seconds; clients give up after {most}.',
          fix: 'Answer within {most} seconds; keep metadata and keys ready in memory.',
        },
        sluggish: {
          message: 'A step of the login ({kind}) took {seconds} seconds; clients give up after {most}.',
          fix: 'Answer within three seconds, so that a busy hour stays below {most}.',
        },
      },
    },
    de: {
      title: 'Die Schritte einer Anmeldung sind schnell',
      why: 'Clients warten zehn Sekunden auf Metadaten und Tokens, dann geben sie auf.',
      pass: 'Jeder Schritt der Anmeldung, der zu sehen war, dauerte weniger als drei Sekunden.',
      cases: {
        slow: {
          message:
            'Ein Schritt der Anmeldung ({kind}) dauerte {seconds} Sekunden; Clients geben nach {most} auf.',
          fix: 'Antworten Sie innerhalb von {most} Sekunden; halten Sie Metadaten und Schlüssel im Speicher bereit.',
        },
        sluggish: {
          message:
            'Ein Schritt der Anmeldung ({kind}) dauerte {seconds} Sekunden; Clients geben nach {most} auf.',
          fix: 'Antworten Sie innerhalb von drei Sekunden, damit es auch zur Stoßzeit unter {most} bleibt.',
        },
      },
    },
    es: {
      title: 'Los pasos de un inicio de sesión son rápidos',
      why: 'Los clientes esperan diez segundos los metadatos y los tokens, y después desisten.',
      pass: 'Cada paso del inicio de sesión que se vio tardó menos de tres segundos.',
      cases: {
        slow: {
          message:
            'Un paso del inicio de sesión ({kind}) tardó {seconds} segundos; los clientes desisten tras {most}.',
          fix: 'Responda en {most} segundos; tenga listos en memoria los metadatos y las claves.',
        },
        sluggish: {
          message:
            'Un paso del inicio de sesión ({kind}) tardó {seconds} segundos; los clientes desisten tras {most}.',
          fix: 'Responda en tres segundos, para que en hora punta siga por debajo de {most}.',
        },
      },
    },
  },
  examples: {
    pass: [example('discovery', 200), example('registration', 12_000)],
    fail: [
      example('token', 10_000),
      example('refresh', 31_000),
      example('discovery', 4000),
      example('refresh', 12_000),
    ],
  },
})

const sluggishMs = 3000

/** One step of each kind is enough to say what is slow. */
function slowestOfEach({ steps }: LoginTimingsFacts): LoginTimingsFacts['steps'] {
  const kinds = [...new Set(steps.map(({ kind }) => kind))]
  return kinds.flatMap((kind) =>
    steps
      .filter((step) => step.kind === kind)
      .toSorted((one, other) => other.ms - one.ms)
      .slice(0, 1),
  )
}

function example(kind: LoginTimingsFacts['steps'][number]['kind'], ms: number) {
  return { loginTimings: { steps: [{ kind, url: 'https://as.example/', ms }] } }
}
