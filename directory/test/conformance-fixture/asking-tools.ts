import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  inputRequired,
  inputResponse,
  type ClientCapabilities,
  type ElicitRequestFormParams,
  type InputRequest,
  type McpServer,
  type RequestStateCodec,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { z } from 'zod'
import { addTool, says } from './add-tool.ts'

type Responses = ServerContext['mcpReq']['inputResponses']

/** What the rounds of one call hand on. */
export interface Round {
  readonly step: number
  readonly name?: string
}

const askName = inputRequired.elicit({
  message: 'What is your name?',
  requestedSchema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
})
const askRoots = inputRequired.listRoots()

function sample(text: string, maxTokens = 100): InputRequest {
  return inputRequired.createMessage({
    messages: [{ role: 'user', content: { type: 'text', text } }],
    maxTokens,
  })
}

function nameIn(responses: Responses, key: string, member = 'name'): string | undefined {
  const value = acceptedContent(responses, key)?.[member]
  return typeof value === 'string' ? value : undefined
}

/** Tools that ask their caller before they answer: with results of 2026-07-28, with live requests before. */
export function addAskingTools(server: McpServer): void {
  for (const name of ['test_input_required_result_elicitation', 'test_streaming_elicitation'])
    addTool(server, name, 'Asks for a name and greets.', ({ mcpReq }) => {
      const name = nameIn(mcpReq.inputResponses, 'user_name')
      if (name === undefined) return inputRequired({ inputRequests: { user_name: askName } })
      return says(`Hello, ${name}!`)
    })
  addTool(server, 'test_input_required_result_sampling', 'Asks a model for a capital.', ({ mcpReq }) => {
    const text = sampledText(mcpReq.inputResponses, 'capital_question')
    if (text !== undefined) return says(text)
    return inputRequired({ inputRequests: { capital_question: sample('What is the capital of France?') } })
  })
  addTool(server, 'test_input_required_result_list_roots', 'Asks for the roots.', ({ mcpReq }) => {
    const found = inputResponse(mcpReq.inputResponses, 'client_roots')
    if (found.kind !== 'roots') return inputRequired({ inputRequests: { client_roots: askRoots } })
    return says(`Roots: ${found.roots.map(({ uri }) => uri).join(', ')}`)
  })
  addTool(server, 'test_missing_capability', 'Needs a client with a model.', ({ mcpReq }) => {
    const text = sampledText(mcpReq.inputResponses, 'needed')
    return text === undefined ? inputRequired({ inputRequests: { needed: sample('Say yes.') } }) : says(text)
  })
  addTool(
    server,
    'test_input_required_result_capabilities',
    'Asks only what can be answered.',
    ({ mcpReq }) => {
      if (mcpReq.inputResponses !== undefined) return says('Answered.')
      const envelope: Readonly<Record<string, unknown>> = mcpReq.envelope ?? {}
      const can = (envelope[CLIENT_CAPABILITIES_META_KEY] ?? {}) as ClientCapabilities
      const inputRequests = {
        ...(can.elicitation !== undefined && { user_name: askName }),
        ...(can.sampling !== undefined && { greeting: sample('Generate a greeting', 50) }),
        ...(can.roots !== undefined && { client_roots: askRoots }),
      }
      return Object.keys(inputRequests).length === 0
        ? says('Nothing to ask.')
        : inputRequired({ inputRequests })
    },
  )
}

/** Those that keep something from round to round, sealed against change. */
export function addStateTools(server: McpServer, codec: RequestStateCodec<Round>): void {
  for (const name of [
    'test_input_required_result_request_state',
    'test_input_required_result_tampered_state',
  ])
    addTool(server, name, 'Asks for a confirmation and knows its own state again.', async ({ mcpReq }) => {
      if (mcpReq.requestState<Round>()?.step === 1 && nameOf(mcpReq.inputResponses, 'confirm'))
        return says('state-ok')
      return inputRequired({
        inputRequests: { confirm: askToConfirm },
        requestState: await codec.mint({ step: 1 }),
      })
    })
  addTool(
    server,
    'test_input_required_result_multiple_inputs',
    'Asks three things at once.',
    async ({ mcpReq }) => {
      const name = nameIn(mcpReq.inputResponses, 'user_name')
      const greeting = sampledText(mcpReq.inputResponses, 'greeting')
      const roots = inputResponse(mcpReq.inputResponses, 'client_roots')
      if (name !== undefined && greeting !== undefined && roots.kind === 'roots')
        return says(`${greeting} ${name}, ${roots.roots.length} roots`)
      return inputRequired({
        inputRequests: {
          user_name: askName,
          greeting: sample('Generate a greeting', 50),
          client_roots: askRoots,
        },
        requestState: await codec.mint({ step: 1 }),
      })
    },
  )
  addTool(
    server,
    'test_input_required_result_multi_round',
    'Asks twice, one after the other.',
    async ({ mcpReq }) => {
      const round = mcpReq.requestState<Round>()
      const name = nameIn(mcpReq.inputResponses, 'step1')
      const color = nameIn(mcpReq.inputResponses, 'step2', 'color')
      if (round?.step === 2 && color !== undefined) return says(`${round.name ?? ''} likes ${color}.`)
      if (name === undefined)
        return inputRequired({
          inputRequests: { step1: askStep1 },
          requestState: await codec.mint({ step: 1 }),
        })
      return inputRequired({
        inputRequests: { step2: askStep2 },
        requestState: await codec.mint({ step: 2, name }),
      })
    },
  )
}

const askToConfirm = inputRequired.elicit({
  message: 'Please confirm',
  requestedSchema: { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'] },
})
const askStep1 = inputRequired.elicit({
  message: 'Step 1: What is your name?',
  requestedSchema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
})
const askStep2 = inputRequired.elicit({
  message: 'Step 2: What is your favorite color?',
  requestedSchema: { type: 'object', properties: { color: { type: 'string' } }, required: ['color'] },
})

function nameOf(responses: Responses, key: string): boolean {
  return inputResponse(responses, key).kind === 'elicit'
}

function sampledText(responses: Responses, key: string): string | undefined {
  const found = inputResponse(responses, key)
  if (found.kind !== 'sampling') return undefined
  const { content } = found.result
  const parts = Array.isArray(content) ? content : [content]
  return parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
}

/** The tools of the revisions that ask with live requests. */
export function addLiveTools(server: McpServer): void {
  const annotations = { readOnlyHint: true, destructiveHint: false }
  server.registerTool(
    'test_sampling',
    {
      description: 'Has a model of the client answer a prompt.',
      inputSchema: z.object({ prompt: z.string().describe('What the model is asked') }),
      annotations: { title: 'Ask a model', ...annotations },
    },
    ({ prompt }, { mcpReq }) => {
      const text = sampledText(mcpReq.inputResponses, 'answer')
      if (text === undefined) return inputRequired({ inputRequests: { answer: sample(prompt) } })
      return says(`LLM response: ${text}`)
    },
  )
  server.registerTool(
    'test_elicitation',
    {
      description: 'Asks the person for a name and an address.',
      inputSchema: z.object({ message: z.string().describe('What the person reads') }),
      annotations: { title: 'Ask the person', ...annotations },
    },
    ({ message }, { mcpReq }) => {
      const asked = askForm(message, {
        username: { type: 'string', description: "User's response" },
        email: { type: 'string', description: "User's email address" },
      })
      return answered(mcpReq.inputResponses, 'User response', asked)
    },
  )
  addTool(server, 'test_elicitation_sep1034_defaults', 'Asks with a default for each type.', ({ mcpReq }) => {
    const asked = askForm('Please look at the defaults.', {
      name: { type: 'string', default: 'John Doe' },
      age: { type: 'integer', default: 30 },
      score: { type: 'number', default: 95.5 },
      status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
      verified: { type: 'boolean', default: true },
    })
    return answered(mcpReq.inputResponses, 'Elicitation completed', asked)
  })
  addTool(server, 'test_elicitation_sep1330_enums', 'Asks with each way to write choices.', ({ mcpReq }) =>
    answered(mcpReq.inputResponses, 'Elicitation completed', askForm('Please choose.', choices)),
  )
}

type Fields = ElicitRequestFormParams['requestedSchema']['properties']

const options = ['option1', 'option2', 'option3']
const titled = ['First', 'Second', 'Third'].map((word, n) => ({
  const: `value${n + 1}`,
  title: `${word} Option`,
}))
const choices: Fields = {
  untitledSingle: { type: 'string', enum: options },
  titledSingle: { type: 'string', oneOf: titled },
  legacyEnum: {
    type: 'string',
    enum: ['opt1', 'opt2', 'opt3'],
    enumNames: ['Option One', 'Option Two', 'Option Three'],
  },
  untitledMulti: { type: 'array', items: { type: 'string', enum: options } },
  titledMulti: { type: 'array', items: { anyOf: titled } },
}

function askForm(message: string, properties: Fields): InputRequest {
  const required = Object.keys(properties)
  return inputRequired.elicit({ message, requestedSchema: { type: 'object', properties, required } })
}

function answered(responses: Responses, words: string, asked: InputRequest) {
  const found = inputResponse(responses, 'asked')
  if (found.kind !== 'elicit') return inputRequired({ inputRequests: { asked } })
  return says(`${words}: action=${found.action}, content=${JSON.stringify(found.content ?? {})}`)
}
