import { clauses } from '../clauses.ts'
import type { ProbeAnswer } from '../evidence/protocol-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: unsupported version refused, bad version header. */
export const rule = defineRule({
  id: 'PRO-01',
  title: 'A version that the server does not know is refused the right way',
  why: 'Clients newer or older than the server agree with it on a version only if it says which ones it speaks.',
  clause: clauses.mcpLifecycle,
  scope: 'passive',
  needs: ['oddVersions'],
  *check({ oddVersions }) {
    for (const answer of oddVersions.answers) {
      const found = faultOf(answer)
      if (!found) continue
      const { probe, status, code, excerpt } = answer
      yield { case: found, signal: probe, params: { status, code: code ?? '-' }, excerpt }
    }
  },
  text: {
    en: {
      pass: 'The server refuses versions that it does not know, and names its own.',
      cases: {
        echoed: {
          message:
            'initialize with the version 1900-01-01 is answered with that version, which does not exist.',
          fix: 'Answer a version that you do not know with the newest one that you speak.',
        },
        refused: {
          message:
            'initialize with an unknown version is refused (HTTP {status}, error {code}) without a version that would do.',
          fix: 'Answer initialize with the newest protocolVersion that you speak; the client decides then.',
        },
        header: {
          message:
            'A request with the header MCP-Protocol-Version: 1900-01-01 is answered with HTTP {status}.',
          fix: 'Answer 400 when the header MCP-Protocol-Version names a version that you do not speak.',
        },
        accepted: {
          message: 'A request of the protocol version 1900-01-01 is carried out (HTTP {status}).',
          fix: 'Answer 400 and error -32022 with data.supported when a request names a version that you do not speak.',
        },
        unclear: {
          message:
            'A request of an unknown version is refused with HTTP {status} and error {code}, or without a list of versions.',
          fix: 'Answer 400 and error -32022, and list your versions in data.supported.',
        },
      },
    },
    de: {
      title: 'Eine unbekannte Version wird richtig abgelehnt',
      why: 'Neuere oder ältere Clients einigen sich mit dem Server nur, wenn er sagt, welche Versionen er spricht.',
      pass: 'Der Server lehnt unbekannte Versionen ab und nennt seine eigenen.',
      cases: {
        echoed: {
          message:
            'initialize mit der Version 1900-01-01 wird mit dieser Version beantwortet, die es nicht gibt.',
          fix: 'Antworten Sie auf eine unbekannte Version mit der neuesten, die Sie sprechen.',
        },
        refused: {
          message:
            'initialize mit einer unbekannten Version wird abgelehnt (HTTP {status}, Fehler {code}), ohne dass eine passende genannt wird.',
          fix: 'Antworten Sie auf initialize mit der neuesten protocolVersion, die Sie sprechen; der Client entscheidet dann.',
        },
        header: {
          message:
            'Eine Anfrage mit dem Header MCP-Protocol-Version: 1900-01-01 wird mit HTTP {status} beantwortet.',
          fix: 'Antworten Sie mit 400, wenn der Header MCP-Protocol-Version eine Version nennt, die Sie nicht sprechen.',
        },
        accepted: {
          message: 'Eine Anfrage der Protokollversion 1900-01-01 wird ausgeführt (HTTP {status}).',
          fix: 'Antworten Sie mit 400 und Fehler -32022 samt data.supported, wenn eine Anfrage eine fremde Version nennt.',
        },
        unclear: {
          message:
            'Eine Anfrage einer unbekannten Version wird mit HTTP {status} und Fehler {code} abgelehnt, oder ohne Liste der Versionen.',
          fix: 'Antworten Sie mit 400 und Fehler -32022 und führen Sie Ihre Versionen in data.supported auf.',
        },
      },
    },
    es: {
      title: 'Una versión desconocida se rechaza como es debido',
      why: 'Un cliente más nuevo o más antiguo solo se entiende con el servidor si este dice qué versiones habla.',
      pass: 'El servidor rechaza las versiones que no conoce y nombra las suyas.',
      cases: {
        echoed: {
          message:
            'initialize con la versión 1900-01-01 recibe como respuesta esa misma versión, que no existe.',
          fix: 'Responda a una versión desconocida con la más nueva que hable.',
        },
        refused: {
          message:
            'initialize con una versión desconocida se rechaza (HTTP {status}, error {code}) sin decir cuál serviría.',
          fix: 'Responda a initialize con la protocolVersion más nueva que hable; el cliente decide después.',
        },
        header: {
          message: 'Una petición con la cabecera MCP-Protocol-Version: 1900-01-01 recibe HTTP {status}.',
          fix: 'Responda 400 cuando la cabecera MCP-Protocol-Version nombre una versión que no habla.',
        },
        accepted: {
          message: 'Una petición de la versión 1900-01-01 del protocolo se ejecuta (HTTP {status}).',
          fix: 'Responda 400 y el error -32022 con data.supported cuando una petición nombre una versión que no habla.',
        },
        unclear: {
          message:
            'Una petición de versión desconocida se rechaza con HTTP {status} y error {code}, o sin lista de versiones.',
          fix: 'Responda 400 y el error -32022, y enumere sus versiones en data.supported.',
        },
      },
    },
  },
  examples: {
    pass: [
      said({ probe: 'initialize', status: 200, outcome: 'result', version: '2025-11-25' }),
      said({ probe: 'initialize', status: 200, outcome: 'error', code: -32602, supported: ['2025-06-18'] }),
      said({ probe: 'header', status: 400, outcome: 'none' }),
      said({ probe: 'discover', status: 400, outcome: 'error', code: -32022, supported: ['2026-07-28'] }),
    ],
    fail: [
      said({ probe: 'initialize', status: 200, outcome: 'result', version: '1900-01-01' }),
      said({ probe: 'initialize', status: 400, outcome: 'error', code: -32000 }),
      said({ probe: 'header', status: 200, outcome: 'result' }),
      said({ probe: 'discover', status: 200, outcome: 'result' }),
      said({ probe: 'discover', status: 200, outcome: 'error', code: -32601 }),
    ],
  },
})

function faultOf({ probe, status, outcome, code, version, supported = [] }: ProbeAnswer): string | undefined {
  if (probe === 'header') return status >= 400 && status < 500 ? undefined : 'header'
  if (probe === 'initialize') {
    if (outcome === 'result') return version === '1900-01-01' ? 'echoed' : undefined
    return supported.length > 0 ? undefined : 'refused'
  }
  if (outcome === 'result') return 'accepted'
  return status === 400 && code === -32022 && supported.length > 0 ? undefined : 'unclear'
}

function said(answer: Omit<ProbeAnswer, 'era' | 'excerpt'>) {
  const era = answer.probe === 'discover' ? 'modern' : 'legacy'
  return { oddVersions: { answers: [{ ...answer, era, excerpt: '' }] } } as const
}
