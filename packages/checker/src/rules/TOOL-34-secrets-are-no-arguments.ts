import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import {
  choicesOf,
  descriptionOf,
  isText,
  parameterDrafts,
  parametersOf,
  type Parameter,
} from '../parameters.ts'
import type { NamedTool } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const secrets =
  /^(user|account|my|your|admin|login|current|new|old|db|database|smtp|bot|github|gitlab|slack|openai|google|aws)?(password|passwd|pwd|passphrase|secret|secretkey|clientsecret|apikey|apitoken|apisecret|accesstoken|authtoken|bearertoken|oauthtoken|refreshtoken|personalaccesstoken|pat|privatekey|sshkey|accesskey|secretaccesskey|credentials?|authorization|sessioncookie)$/
const login =
  /\b(auth\w*|bearer|api key|api token|access token|personal access|secret|credential|password|login|sign in)\b/
/** Managing other people's passwords is a purpose, not a login. */
const manages =
  /\b(creat|generat|reset|chang|stor|rotat|sav|hash|encrypt|decrypt|check|verif|validat)\w*\b.{0,40}\b(password|secret|key|credential|token|user)/

/** Also known as: secrets as parameters. */
export const rule = defineRule({
  id: 'TOOL-34',
  title: 'Secrets are no arguments',
  why: 'What stands in an argument passes through the model, the conversation and the logs; a login keeps it out of all three.',
  clause: clauses.faqLogin,
  scope: 'passive',
  needs: ['tools'],
  check({ tools }) {
    return parameterDrafts(tools.list, { case: 'secret' }, (tool) => [secretOf(tool)])
  },
  text: {
    en: {
      pass: 'No tool asks for a password, key or token as an argument.',
      cases: {
        secret: {
          message: 'Tool {tool} asks for a secret in the argument {parameter}.',
          fix: 'Take {parameter} out of {tool} and let the user sign in with OAuth; the server then knows the account.',
        },
      },
    },
    de: {
      title: 'Geheimnisse sind keine Argumente',
      why: 'Was in einem Argument steht, geht durch das Modell, die Unterhaltung und die Protokolle; eine Anmeldung hält es aus allen dreien heraus.',
      pass: 'Kein Werkzeug verlangt ein Passwort, einen Schlüssel oder ein Token als Argument.',
      cases: {
        secret: {
          message: 'Das Werkzeug {tool} verlangt im Argument {parameter} ein Geheimnis.',
          fix: 'Nehmen Sie {parameter} aus {tool} heraus und lassen Sie den Benutzer sich mit OAuth anmelden; dann kennt der Server das Konto.',
        },
      },
    },
    es: {
      title: 'Los secretos no son argumentos',
      why: 'Lo que está en un argumento pasa por el modelo, la conversación y los registros; un inicio de sesión lo mantiene fuera de los tres.',
      pass: 'Ninguna herramienta pide una contraseña, una clave o un token como argumento.',
      cases: {
        secret: {
          message: 'La herramienta {tool} pide un secreto en el argumento {parameter}.',
          fix: 'Quite {parameter} de {tool} y deje que el usuario inicie sesión con OAuth; así el servidor conoce la cuenta.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'list', inputSchema: { properties: { page_token: { type: 'string' } } } },
        { name: 'price', inputSchema: { properties: { token: { type: 'string', description: 'A coin.' } } } },
        {
          name: 'reset_password',
          description: 'Resets the password of a user.',
          inputSchema: { properties: { new_password: { type: 'string' } } },
        },
      ),
    ],
    fail: [
      listed({ name: 'list', inputSchema: { properties: { apiKey: { type: 'string' } } } }),
      listed({
        name: 'list',
        inputSchema: { properties: { token: { type: 'string', description: 'Your API token.' } } },
      }),
    ],
  },
})

function isSecret(parameter: Parameter, about: string): boolean {
  const { key, words, schema } = parameter
  if (!isText(parameter) || choicesOf(schema)) return false
  if (manages.test(about)) return false
  if (secrets.test(key)) return true
  return (key === 'token' || key === 'key' || key === 'auth') && login.test(words.slice(0, 500))
}

function secretOf(tool: NamedTool): Parameter | undefined {
  const about = `${tool.name.replaceAll(/[^a-zA-Z]/g, ' ')} ${descriptionOf(tool)}`
    .toLowerCase()
    .slice(0, 2000)
  return parametersOf(tool).find((parameter) => isSecret(parameter, about))
}
