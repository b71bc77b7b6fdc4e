import { effectOf, hintsOf, type AuthType, type Json, type Tool } from '../catalogue/index.ts'

/** Why one person's approval is not enough; each is a gate, and its words are texts `review.gate.…`. */
export const riskNames = [
  'payments',
  'destructive-tools',
  'credentials',
  'runs-code',
  'open-writes',
  'many-users',
] as const
export type RiskName = (typeof riskNames)[number]

export interface RiskFacts {
  readonly tools: readonly Tool[]
  readonly authType: AuthType | 'unknown'
  /** How many people have connected it. */
  readonly users: number
}

/** From so many people on, an update is looked at by two. */
export const manyUsers = 100

/** Each risk says which tools make it one, and "many users" how many they are; empty is no. */
export const risks: Readonly<Record<RiskName, (facts: RiskFacts) => readonly string[]>> = {
  payments: ({ tools }) => named(tools, ({ name, annotations }) => changes(annotations) && has(name, money)),
  'destructive-tools': ({ tools }) =>
    named(tools, ({ annotations }) => effectOf(hintsOf(annotations)) === 'destroys'),
  credentials: ({ tools }) =>
    named(tools, ({ name, inputSchema }) => has(name, secrets) || asksForSecret(inputSchema)),
  'runs-code': ({ tools }) => named(tools, ({ name }) => has(name, code)),
  'open-writes': ({ tools, authType }) =>
    authType === 'none' ? named(tools, ({ annotations }) => changes(annotations)) : [],
  'many-users': ({ users }) => (users >= manyUsers ? [String(users)] : []),
}

const money = ['pay', 'payment', 'payments', 'payout', 'transfer', 'refund', 'charge', 'purchase', 'checkout']
const secrets = ['password', 'passwords', 'secret', 'secrets', 'credential', 'credentials']
const code = ['exec', 'shell', 'bash', 'eval', 'terminal', 'script']
const secretFields =
  /^(password|passwd|passphrase|secret|apikey|accesstoken|privatekey|clientsecret|cardnumber)$/

function named(tools: readonly Tool[], is: (tool: Tool) => boolean): readonly string[] {
  return tools.filter(is).map(({ name }) => name)
}

function changes(annotations: Json): boolean {
  return effectOf(hintsOf(annotations)) !== 'reads'
}

/** Whole words of a name: `refund_order` and `refundOrder` have "refund", `refundable` has not. */
function has(name: string, words: readonly string[]): boolean {
  const parts = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
  return parts.some((part) => words.includes(part))
}

function asksForSecret(schema: Json): boolean {
  const properties =
    typeof schema === 'object' && schema !== null && 'properties' in schema ? schema['properties'] : null
  if (typeof properties !== 'object' || properties === null) return false
  return Object.keys(properties).some((field) =>
    secretFields.test(field.replaceAll(/[-_\s]/g, '').toLowerCase()),
  )
}
