import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import of202503 from './protocol-schemas/2025-03-26.json' with { type: 'json' }
import of202506 from './protocol-schemas/2025-06-18.json' with { type: 'json' }
import of202511 from './protocol-schemas/2025-11-25.json' with { type: 'json' }
import of202607 from './protocol-schemas/2026-07-28.json' with { type: 'json' }

interface Schema {
  readonly $schema: string
  readonly $defs?: object
}

/** What 2024-11-05 says is valid in its successor, which only added. */
const schemas: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ['2024-11-05', of202503],
  ['2025-03-26', of202503],
  ['2025-06-18', of202506],
  ['2025-11-25', of202511],
  ['2026-07-28', of202607],
])

const results: Readonly<Record<string, string>> = {
  initialize: 'InitializeResult',
  'server/discover': 'DiscoverResult',
  ping: 'EmptyResult',
  'tools/list': 'ListToolsResult',
  'tools/call': 'CallToolResult',
  'resources/list': 'ListResourcesResult',
  'resources/templates/list': 'ListResourceTemplatesResult',
  'resources/read': 'ReadResourceResult',
  'prompts/list': 'ListPromptsResult',
  'prompts/get': 'GetPromptResult',
  'completion/complete': 'CompleteResult',
}
const ofTheServer: Readonly<Record<string, string>> = {
  'notifications/cancelled': 'CancelledNotification',
  'notifications/message': 'LoggingMessageNotification',
  'notifications/progress': 'ProgressNotification',
  'notifications/resources/updated': 'ResourceUpdatedNotification',
  ping: 'PingRequest',
  'roots/list': 'ListRootsRequest',
  'sampling/createMessage': 'CreateMessageRequest',
  'elicitation/create': 'ElicitRequest',
}

export interface Deviation {
  /** JSON pointer into the value. */
  readonly where: string
  readonly problem: string
}

/** Where a result departs from what its revision says; nothing when no schema is known. */
export function faultsOfResult(revision: string, method: string, result: unknown): Deviation[] {
  const name = isInputRequired(result) ? 'InputRequiredResult' : results[method]
  return faultsOf(revision, name, result)
}

export function faultsOfServerMessage(revision: string, method: string, message: unknown): Deviation[] {
  return faultsOf(revision, ofTheServer[method], message)
}

export function faultsOfError(revision: string, message: unknown): Deviation[] {
  const names = ['JSONRPCErrorResponse', 'JSONRPCError']
  return names.flatMap((name) => faultsOf(revision, name, message)).filter(({ where }) => where !== '/id')
}

function isInputRequired(result: unknown): boolean {
  return (
    typeof result === 'object' &&
    result !== null &&
    'resultType' in result &&
    result.resultType === 'input_required'
  )
}

function faultsOf(revision: string, name: string | undefined, value: unknown): Deviation[] {
  const validate = name === undefined ? undefined : validator(revision, name)
  if (!validate || validate(value)) return []
  const errors = validate.errors ?? []
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf')
  return errors.filter((error) => !choices.some((choice) => isInside(error, choice))).map(deviationOf)
}

/** What each branch of a choice misses says less than that no branch fits. */
function isInside(error: ErrorObject, choice: ErrorObject): boolean {
  if (error.instancePath === choice.instancePath) return error.keyword !== 'anyOf'
  return error.instancePath.startsWith(`${choice.instancePath}/`)
}

function deviationOf({ instancePath, keyword, params, message }: ErrorObject): Deviation {
  if (keyword === 'required') {
    return { where: `${instancePath}/${String(params['missingProperty'])}`, problem: 'is missing' }
  }
  if (keyword === 'anyOf') return { where: instancePath, problem: 'has none of the allowed forms' }
  return { where: instancePath, problem: message ?? 'is not allowed' }
}

const compiled = new Map<string, Ajv>()

/** Compiled when the first message of its kind is judged: the command must start at once. */
function validator(revision: string, name: string): ValidateFunction | undefined {
  const schema = schemas.get(revision)
  if (schema === undefined) return undefined
  let ajv = compiled.get(revision)
  if (!ajv) {
    ajv = schema.$schema.includes('2020-12') ? new Ajv2020(options) : new Ajv(options)
    ajv.addSchema(schema, revision)
    compiled.set(revision, ajv)
  }
  return ajv.getSchema(`${revision}#/${schema.$defs === undefined ? 'definitions' : '$defs'}/${name}`)
}

const options = {
  strict: false,
  allErrors: true,
  validateFormats: false,
  validateSchema: false,
  logger: false,
} as const
