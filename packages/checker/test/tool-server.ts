import { checked, goodTool, initialized, legacyServer, problems, serve, type Answer } from './servers.ts'
import { parseCallInputs, type CallWish, type Report } from '../src/index.ts'

export type Call = { name: string; arguments: Record<string, unknown> }
export type Does = (input: Record<string, unknown>, more: Parameters<Answer>) => unknown

export const words = (text: string, more: object = {}) => ({ content: [{ type: 'text', text }], ...more })
export const refusal = (text: string) => words(text, { isError: true })

/** A server whose tools do what the test says, and that remembers each call. */
export function toolServer(
  tools: Record<string, unknown>[],
  does: Record<string, Does>,
  made: string[] = [],
) {
  return serve(
    legacyServer((rpc, request, response) => {
      if (rpc.method === 'initialize') return initialized
      if (rpc.method === 'tools/list') return { tools }
      if (rpc.method !== 'tools/call') return undefined
      const { name, arguments: input } = rpc.params as Call
      made.push(name)
      const run = Object.hasOwn(does, name) ? does[name] : undefined
      return run ? run(input, [rpc, request, response]) : refusal(`There is no tool ${name}.`)
    }),
  )
}

export function reader(name: string, more: object = {}): Record<string, unknown> {
  const annotations = { title: name, readOnlyHint: true, destructiveHint: false }
  return { ...goodTool(name), annotations, inputSchema: { type: 'object', properties: {} }, ...more }
}

export const limit = {
  inputSchema: {
    type: 'object',
    properties: { limit: { type: 'integer', minimum: 1, maximum: 50, description: 'How many.' } },
    required: ['limit'],
  },
}
/** Validates as a good server does. */
export const validated: Does = ({ limit: value }) => {
  if (typeof value !== 'number') return refusal('limit must be a whole number, for example 10.')
  return value < 1 || value > 50 ? refusal('limit must be between 1 and 50.') : words('One note.')
}

export function called(
  url: string,
  calls: CallWish = { which: 'read-only' },
  more: object = {},
): Promise<Report> {
  return checked(url, { scopes: ['passive', 'call'], calls, ...more })
}

export const aboutCalls = (report: Report) =>
  problems(report).filter((line) => /^(LIM|ERR|PRO-04|TOOL-29|TOOL-07|AUTH-26)/.test(line))

export const inputs = (value: object) => parseCallInputs(value, 'inputs.yaml')
