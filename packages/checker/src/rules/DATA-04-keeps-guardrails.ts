import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { guardrails } from '../phrases/guardrails.ts'
import { defineRule } from '../rule.ts'
import { said } from '../text/said.ts'

export const rule = defineRule({
  id: 'DATA-04',
  title: 'Tools offer no way around safety',
  why: 'Guardrails and sandboxes protect the user; a tool that takes them away works against whoever trusts it.',
  clause: clauses.policyGuardrails,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    yield* said(tools, guardrails)
  },
  text: {
    en: {
      pass: 'No text offers a way around safety rules or out of a sandbox.',
      cases: {
        bypass: {
          message: '{tool} seems to offer a way around safety rules ({where}): {words}',
          fix: 'A reviewer asks what {tool} is for. Tools that take safety rules away are not listed.',
        },
        jailbreak: {
          message: '{tool} seems to offer a model without its rules ({where}): {words}',
          fix: 'A reviewer asks what {tool} is for. Tools that take safety rules away are not listed.',
        },
        sandbox: {
          message: '{tool} seems to lead out of a sandbox or past a permission ({where}): {words}',
          fix: 'A reviewer asks what {tool} needs that for. Keep the sandbox and the question to the user.',
        },
      },
    },
    de: {
      title: 'Werkzeuge bieten keinen Weg um die Sicherheit herum',
      why: 'Schutzregeln und Sandboxes schützen den Benutzer; ein Werkzeug, das sie wegnimmt, arbeitet gegen den, der ihm vertraut.',
      pass: 'Kein Text bietet einen Weg um Schutzregeln herum oder aus einer Sandbox hinaus.',
      cases: {
        bypass: {
          message: '{tool} scheint einen Weg um Schutzregeln herum zu bieten ({where}): {words}',
          fix: 'Eine Prüferin fragt, wozu {tool} dient. Werkzeuge, die Schutzregeln wegnehmen, werden nicht geführt.',
        },
        jailbreak: {
          message: '{tool} scheint ein Modell ohne seine Regeln zu bieten ({where}): {words}',
          fix: 'Eine Prüferin fragt, wozu {tool} dient. Werkzeuge, die Schutzregeln wegnehmen, werden nicht geführt.',
        },
        sandbox: {
          message:
            '{tool} scheint aus einer Sandbox oder an einer Erlaubnis vorbei zu führen ({where}): {words}',
          fix: 'Eine Prüferin fragt, wozu {tool} das braucht. Behalten Sie die Sandbox und die Frage an den Benutzer bei.',
        },
      },
    },
    es: {
      title: 'Las herramientas no ofrecen rodeos a la seguridad',
      why: 'Las reglas de seguridad y los entornos aislados protegen al usuario; una herramienta que los quita trabaja contra quien confía en ella.',
      pass: 'Ningún texto ofrece un rodeo a las reglas de seguridad ni una salida de un entorno aislado.',
      cases: {
        bypass: {
          message: '{tool} parece ofrecer un rodeo a las reglas de seguridad ({where}): {words}',
          fix: 'Una persona pregunta para qué sirve {tool}. Las herramientas que quitan reglas de seguridad no se incluyen.',
        },
        jailbreak: {
          message: '{tool} parece ofrecer un modelo sin sus reglas ({where}): {words}',
          fix: 'Una persona pregunta para qué sirve {tool}. Las herramientas que quitan reglas de seguridad no se incluyen.',
        },
        sandbox: {
          message: '{tool} parece sacar de un entorno aislado o saltarse un permiso ({where}): {words}',
          fix: 'Una persona pregunta para qué lo necesita {tool}. Mantenga el entorno aislado y la pregunta al usuario.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'a', description: 'Detects jailbreak attempts. Never bypasses safety filters.' },
        { name: 'b', description: 'Removes filters from a search.' },
      ),
    ],
    fail: [
      listed({ name: 'a', description: 'Bypasses the content filters of the model.' }),
      listed({ name: 'a', description: 'Asks an uncensored model.' }),
      listed({ name: 'a', description: 'Breaks out of the sandbox.' }),
    ],
  },
})
