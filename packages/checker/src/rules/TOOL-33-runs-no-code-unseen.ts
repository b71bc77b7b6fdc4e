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

/** Arguments that hold a program whatever the words around them say. */
const programs: ReadonlySet<string> = new Set(
  `shell shellcommand bash bashcommand powershell powershellscript sql rawsql sqlquery sqlstatement pythoncode
  javascriptcode jscode javascript codetoexecute codetorun commandline terminalcommand shellscript`.split(
    /\s+/,
  ),
)
/** Arguments that hold one when the tool speaks of running it. */
const loose: ReadonlySet<string> = new Set(
  'code script command cmd snippet program statement expression function query commands args'.split(' '),
)
const runs =
  /\b(execut(e|es|ing|ion)|evaluat(e|es)|eval|interpreter|run(s|ning)? (a |an |the |any |arbitrary |raw |custom |given |your )*(\w+ )?(code|scripts?|commands?|sql|javascript|python|snippets?|quer(y|ies)|programs?|statements?))\b/
const language =
  /\b(code|script|command|shell|terminal|bash|sql|javascript|typescript|python|powershell|lua|ruby|cli)\b/

/** Also known as: code, shell or SQL as a parameter. */
export const rule = defineRule({
  id: 'TOOL-33',
  title: 'Code, commands and SQL from a model are looked at by a person',
  why: 'A tool that runs whatever text it is given can do whatever its account can do; what limits it is not in the schema.',
  clause: clauses.policyTools,
  scope: 'passive',
  needs: ['tools'],
  check({ tools }) {
    const verdict = { case: 'runs', outcome: 'needs-human', described: true } as const
    return parameterDrafts(tools.list, verdict, (tool) => [programOf(tool)])
  },
  text: {
    en: {
      pass: 'No tool takes code, a shell command or SQL to run.',
      cases: {
        runs: {
          message: 'Tool {tool} runs what it is given in the argument {parameter}: code, a command or SQL.',
          fix: 'A reviewer asks what limits {tool}: a sandbox, a read-only account, a list of commands. Say so in its description.',
        },
      },
    },
    de: {
      title: 'Code, Befehle und SQL aus einem Modell sieht sich ein Mensch an',
      why: 'Ein Werkzeug, das jeden Text ausführt, kann alles, was sein Konto kann; was es begrenzt, steht nicht im Schema.',
      pass: 'Kein Werkzeug nimmt Code, einen Befehl oder SQL zum Ausführen an.',
      cases: {
        runs: {
          message:
            'Das Werkzeug {tool} führt aus, was im Argument {parameter} steht: Code, einen Befehl oder SQL.',
          fix: 'Eine Prüferin fragt, was {tool} begrenzt: eine Sandbox, ein nur lesendes Konto, eine Liste von Befehlen. Sagen Sie es in der Beschreibung.',
        },
      },
    },
    es: {
      title: 'El código, las órdenes y el SQL de un modelo los mira una persona',
      why: 'Una herramienta que ejecuta cualquier texto puede todo lo que puede su cuenta; lo que la limita no está en el esquema.',
      pass: 'Ninguna herramienta admite código, una orden o SQL para ejecutar.',
      cases: {
        runs: {
          message:
            'La herramienta {tool} ejecuta lo que recibe en el argumento {parameter}: código, una orden o SQL.',
          fix: 'Una persona pregunta qué limita a {tool}: un entorno aislado, una cuenta de solo lectura, una lista de órdenes. Dígalo en su descripción.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'get_country', inputSchema: { properties: { code: { type: 'string' } } } },
        { name: 'run_report', inputSchema: { properties: { query: { type: 'string' } } } },
        {
          name: 'explain_code',
          description: 'Explains a piece of code.',
          inputSchema: { properties: { code: { type: 'string' } } },
        },
        {
          name: 'run_command',
          inputSchema: { properties: { command: { type: 'string', enum: ['start', 'stop'] } } },
        },
      ),
    ],
    fail: [
      listed({ name: 'query', inputSchema: { properties: { sql: { type: 'string' } } } }),
      listed({
        name: 'run_python',
        description: 'Executes Python.',
        inputSchema: { properties: { code: { type: 'string', description: 'Python code.' } } },
      }),
      listed({ name: 'execute_command', inputSchema: { properties: { command: { type: 'string' } } } }),
    ],
  },
})

function isProgram(parameter: Parameter, about: string): boolean {
  if (!isText(parameter) || choicesOf(parameter.schema)) return false
  if (programs.has(parameter.key)) return true
  if (!loose.has(parameter.key)) return false
  const words = `${about} ${parameter.words.slice(0, 1000)}`
  return runs.test(words) && language.test(words)
}

/** "run_sql-query" as words. */
function keyWords(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
}

function programOf(tool: NamedTool): Parameter | undefined {
  const about = `${keyWords(tool.name)} ${descriptionOf(tool)}`.toLowerCase().slice(0, 3000)
  return parametersOf(tool).find((parameter) => isProgram(parameter, about))
}
