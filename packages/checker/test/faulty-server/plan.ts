import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import {
  exemplaryPrompts,
  exemplaryResources,
  exemplaryRuns,
  exemplaryTools,
  type Json,
  type JsonObject,
  type Run,
  type ToolDraft,
} from './content.ts'
import { gates, type Gate } from './gates.ts'
import { guards, type Guard } from './guards.ts'
import { methods, type Method } from './methods.ts'
import { isObject, type Reply } from './reply.ts'

/** Which eras a server speaks. */
export type Eras = 'both' | 'modern' | 'legacy'

/** One POST with its message, as guards and methods see it. */
export interface Call {
  readonly era: 'modern' | 'legacy'
  readonly headers: IncomingHttpHeaders
  /** The message as it was sent; `method` is '' when it has none. */
  readonly message: JsonObject
  readonly method: string
  readonly params: JsonObject
  readonly id: Json | undefined
}

/** PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** A request before anything is done with it. */
export interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly body: string
  /** The method in the body; '' when the body is no message. */
  readonly method: string
}

/**
 * All that the server will do, open to change by a fault before it starts: what it offers (`tools`, ...), what it
 * refuses (`gates`, `guards`), what it can (`methods`), and four points on the way of an answer (`onAsked`, `onAnswer`,
 * `onReply`, `onSend`).
 */
export interface Plan {
  readonly eras: Eras
  tools: ToolDraft[]
  prompts: JsonObject[]
  resources: JsonObject[]
  readonly runs: Map<string, Run>
  instructions: string | undefined
  serverInfo: JsonObject
  capabilities: JsonObject
  /** Tools on one page of tools/list. */
  pageSize: number
  /** Bytes of a body that are read; more is 413. */
  mostBytes: number
  legacyVersions: string[]
  modernVersions: string[]
  readonly sessions: Set<string>
  newSession: () => string
  /** With it the server speaks TLS. */
  certificate?: Certificate
  /** With it the server accepts this version of TLS too. */
  oldestTls?: 'TLSv1'
  /** With it the server answers over plain http too, on a port of its own. */
  plainTwin?: true
  /** Refusals by name, in this order; a fault takes one out or puts another in its place. */
  readonly gates: Map<string, Gate>
  readonly guards: Map<string, Guard>
  readonly methods: Map<string, Method>
  /** Takes a request over completely by returning true. */
  readonly onAsked: ((asked: Asked) => boolean)[]
  /** Changes a JSON-RPC response in place. */
  readonly onAnswer: ((answer: JsonObject, call: Call) => void)[]
  /** Changes an HTTP answer in place; without a call it is one to GET, DELETE or a refused body. */
  readonly onReply: ((reply: Reply, call?: Call) => void)[]
  /** Sends the answer in its own way by returning true. */
  readonly onSend: ((response: ServerResponse, reply: Reply, call?: Call) => boolean)[]
  /** The entry of a tool, to be changed. */
  tool(name: string): ToolDraft
  /** Changes members of a tool; undefined takes one away. */
  changeTool(name: string, members: Readonly<Record<string, Json | undefined>>): void
  addTool(tool: Partial<ToolDraft> & { readonly name: string }, run?: Run): void
  /** Describes a parameter of a tool, or adds one. */
  parameter(tool: string, name: string, schema: Json): void
  /** Changes the result of one method, when it has one. */
  changeResult(method: string, change: (result: JsonObject, call: Call) => void): void
  /** Changes the HTTP answer to one method. */
  changeReply(method: string, change: (reply: Reply, call: Call) => void): void
}

/** The exemplary server, without a fault. */
export function createPlan(eras: Eras): Plan {
  const plan: Plan = {
    eras,
    tools: exemplaryTools(),
    prompts: exemplaryPrompts(),
    resources: exemplaryResources(),
    runs: exemplaryRuns(),
    instructions: undefined,
    serverInfo: { name: 'town-library', title: 'Town library', version: '1.0.0' },
    capabilities: { tools: {}, prompts: {}, resources: {} },
    pageSize: 2,
    mostBytes: 1024 * 1024,
    legacyVersions: ['2025-11-25', '2025-06-18', '2025-03-26'],
    modernVersions: ['2026-07-28'],
    sessions: new Set(),
    newSession: () => crypto.randomUUID(),
    gates: new Map(gates),
    guards: new Map(guards),
    methods: new Map(methods),
    onAsked: [],
    onAnswer: [],
    onReply: [],
    onSend: [],
    tool: (name) => toolOf(plan, name),
    changeTool: (name, members) => changeTool(toolOf(plan, name), members),
    addTool(tool, run = () => ({})) {
      plan.tools.push({ ...exemplary(tool.name), ...tool })
      plan.runs.set(tool.name, run)
    },
    parameter(tool, name, schema) {
      toolOf(plan, tool).inputSchema.properties[name] = schema
    },
    changeResult(method, change) {
      plan.onAnswer.push(({ result }, call) => {
        if (call.method === method && isObject(result)) change(result, call)
      })
    },
    changeReply(method, change) {
      plan.onReply.push((reply, call) => {
        if (call?.method === method) change(reply, call)
      })
    },
  }
  return plan
}

function toolOf({ tools }: Plan, name: string): ToolDraft {
  const tool = tools.find((each) => each.name === name)
  if (!tool) throw new Error(`The exemplary server has no tool ${name}.`)
  return tool
}

function changeTool(tool: ToolDraft, members: Readonly<Record<string, Json | undefined>>): void {
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) Reflect.deleteProperty(tool, name)
    else Reflect.set(tool, name, value)
  }
}

/** A harmless tool by this name, so that a fault says only what is wrong with its own. */
function exemplary(name: string): ToolDraft {
  return {
    name,
    title: 'Count visitors',
    description: 'Counts the visitors of the town library in a year. Returns the number of persons.',
    inputSchema: {
      type: 'object',
      properties: { year: { type: 'integer', description: 'The year, such as 2025.' } },
      required: ['year'],
    },
    annotations: {
      title: 'Count visitors',
      readOnlyHint: true,
      destructiveHint: false,
      openWorldHint: false,
    },
  }
}
