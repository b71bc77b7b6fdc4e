import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { defineRule } from '../rule.ts'
import { speakers, type Speaker } from '../text/tool-texts.ts'

/** Keys whose form their issuer has published; `kind` is what a person calls them. */
const forms: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { kind: 'GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})/ },
  { kind: 'GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20,}/ },
  {
    kind: 'Slack token',
    pattern: /\bxox[abeprs]-[A-Za-z0-9-]{24,}|hooks\.slack\.com\/services\/T\w{8,}\/B\w{8,}\/\w{20,}/,
  },
  { kind: 'Stripe key', pattern: /\b(?:sk|rk)_live_[A-Za-z0-9]{20,}/ },
  { kind: 'Anthropic key', pattern: /\bsk-ant-[A-Za-z0-9_-]{24,}/ },
  { kind: 'OpenAI key', pattern: /\bsk-(?:proj-)?(?!ant-)[A-Za-z0-9_-]{32,}/ },
  { kind: 'Google key', pattern: /\bAIza[A-Za-z0-9_-]{35}/ },
  { kind: 'SendGrid key', pattern: /\bSG\.[\w-]{22}\.[\w-]{43}/ },
  { kind: 'npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { kind: 'Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{34,}/ },
  {
    kind: 'private key',
    pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?:\s|\\n)*[A-Za-z0-9+/=\s\\]{60,}/,
  },
  { kind: 'signed token (JWT)', pattern: /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{20,2000}/ },
]
/** One look decides for nearly every text. */
const any =
  /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|hooks\.slack|[sr]k_live_|sk-|AIza|SG\.|npm_|hf_|PRIVATE KEY|eyJ/
const invented =
  /example|your|x{4}|\*{3}|\.{3}|0{6}|123456|abcdef|placeholder|dummy|sample|redacted|fake|test[-_]?key/i

/** Also known as: provider key formats, PEM, JWT in texts. */
export const rule = defineRule({
  id: 'SEC-01',
  title: 'Texts carry no secrets',
  why: 'Every client, model and log reads the texts of a server; a key in them belongs to everybody.',
  clause: clauses.mcpSecurity,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const speaker of speakers(tools)) {
      const found = secretIn(speaker)
      if (!found) continue
      const { at, page, name } = speaker
      const { kind, where, shown } = found
      yield {
        case: 'secret',
        at,
        ...(page === undefined ? {} : { page }),
        params: { tool: name, where, kind, shown },
      }
    }
  },
  text: {
    en: {
      pass: 'No text holds a key, token or password in a known form.',
      cases: {
        secret: {
          message: '{tool} holds what looks like a secret ({where}): {kind}, {shown}.',
          fix: 'Take it out of {tool} and revoke it at its issuer: it has been public. An invented example must look invented.',
        },
      },
    },
    de: {
      title: 'Texte enthalten keine Geheimnisse',
      why: 'Jeder Client, jedes Modell und jedes Protokoll liest die Texte eines Servers; ein Schlüssel darin gehört allen.',
      pass: 'Kein Text enthält einen Schlüssel, ein Token oder ein Passwort in bekannter Form.',
      cases: {
        secret: {
          message: '{tool} enthält etwas, das wie ein Geheimnis aussieht ({where}): {kind}, {shown}.',
          fix: 'Nehmen Sie es aus {tool} heraus und widerrufen Sie es beim Aussteller: Es war öffentlich. Ein erfundenes Beispiel muss erfunden aussehen.',
        },
      },
    },
    es: {
      title: 'Los textos no llevan secretos',
      why: 'Todo cliente, modelo y registro lee los textos de un servidor; una clave en ellos es de todos.',
      pass: 'Ningún texto contiene una clave, un token o una contraseña en forma conocida.',
      cases: {
        secret: {
          message: '{tool} contiene lo que parece un secreto ({where}): {kind}, {shown}.',
          fix: 'Quítelo de {tool} y revóquelo donde se emitió: ha sido público. Un ejemplo inventado debe parecerlo.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'a', description: 'Takes a key such as sk-ant-your-key-goes-here-0000000000000000.' },
        {
          name: 'b',
          description: 'Reads "-----BEGIN PRIVATE KEY-----" files. Example id: AKIAIOSFODNN7EXAMPLE.',
        },
        { name: 'task-management-and-something-rather-long-tool' },
      ),
    ],
    fail: [
      listed({ name: 'a', description: `Key: ${['AKIA', 'QZ7W3M5KTV2RJ8HN'].join('')}` }),
      listed({
        name: 'a',
        inputSchema: {
          properties: { key: { default: ['ghp', 'k3J9sW2mQ8vX1bN7rT5yL0pZ4cF6hD8gA2eU'].join('_') } },
        },
      }),
    ],
  },
})

function secretIn({ texts }: Speaker): { kind: string; where: string; shown: string } | undefined {
  for (const { text, where } of texts.places) {
    if (text.length < 20 || !any.test(text)) continue
    for (const { kind, pattern } of forms) {
      const value = pattern.exec(text)?.[0]
      if (value === undefined || isInvented(value)) continue
      return { kind, where, shown: `${value.slice(0, 4)}… (${value.length})` }
    }
  }
  return undefined
}

/** Keys are drawn by lot: few different characters, or words, are an example. */
function isInvented(value: string): boolean {
  if (value.startsWith('-----')) return invented.test(value.slice(0, 400))
  if (value.startsWith('eyJ')) return value.includes('eyJzdWIiOiIxMjM0NTY3ODkwIi') || /\.{3}/.test(value)
  return invented.test(value) || new Set(value).size < 12 || !/\d/.test(value)
}
