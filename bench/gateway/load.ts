import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** One way to the echo server. */
export interface Way {
  readonly url: URL
  /** What each person sends with each request; workers take them in turn. */
  readonly people: readonly Readonly<Record<string, string>>[]
  /** `rest`: a call of mcp-hub's own API. */
  readonly speaks: 'legacy' | 'modern' | 'rest'
  /** Most sessions that are opened; workers share them. Default: one for each worker. */
  readonly sessions?: number
}

export interface Block {
  readonly p50: number
  readonly p99: number
  readonly callsPerSecond: number
}

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export async function post(
  way: Way,
  agent: Agent,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const { hostname, port, pathname, search } = way.url
  const sent = request({
    agent,
    hostname,
    port,
    path: pathname + search,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'content-length': Buffer.byteLength(body),
      ...headers,
    },
  })
  sent.setTimeout(60_000, () => sent.destroy(new Error(`${way.url.href} is silent for a minute.`)))
  sent.end(body)
  return await new Promise((resolve, reject) => {
    sent.once('error', (error) => {
      // Servers close what was idle for long, perhaps just now.
      const closed = sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      if (closed) post(way, agent, body, headers).then(resolve, reject)
      else reject(error)
    })
    sent.once('response', (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.once('error', reject)
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
  })
}

const version = '2026-07-28'
const sentText = 'x'.repeat(64)

/** The headers that calls of a new session carry. @param nth whose it is, counted through the people again and again */
export async function openSession(way: Way, agent: Agent, nth = 0): Promise<Record<string, string>> {
  const person = way.people[nth % way.people.length] ?? {}
  if (way.speaks === 'rest') return person
  if (way.speaks === 'modern') {
    return { ...person, 'mcp-protocol-version': version, 'mcp-method': 'tools/call', 'mcp-name': 'echo' }
  }
  const clientInfo = { name: 'load', version: '1.0.0' }
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo }
  const reply = await post(
    way,
    agent,
    JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params }),
    person,
  )
  if (reply.status !== 200) throw new Error(`initialize: ${reply.status} ${reply.text.slice(0, 300)}`)
  const agreed = /"protocolVersion":"([\d-]+)"/.exec(reply.text)?.[1] ?? '2025-11-25'
  const session = reply.headers['mcp-session-id']
  const headers = {
    ...person,
    'mcp-protocol-version': agreed,
    ...(typeof session === 'string' && { 'mcp-session-id': session }),
  }
  const said = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })
  const { status, text } = await post(way, agent, said, headers)
  if (status < 200 || status >= 300)
    throw new Error(`notifications/initialized: ${status} ${text.slice(0, 300)}`)
  return headers
}

let calls = 0

export function callBody(way: Way, said = sentText): string {
  const args = { text: said }
  if (way.speaks === 'rest') return JSON.stringify({ server_name: 'echo', tool: 'echo', arguments: args })
  const id = (calls += 1)
  const meta = {
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientInfo': { name: 'load', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const params = { name: 'echo', arguments: args, ...(way.speaks === 'modern' && { _meta: meta }) }
  return JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params })
}

/** One call; its milliseconds. @throws when the answer is not the text */
export async function call(way: Way, agent: Agent, headers: Record<string, string>): Promise<number> {
  const body = callBody(way)
  const began = performance.now()
  const reply = await post(way, agent, body, headers)
  const took = performance.now() - began
  if (reply.status !== 200 || !reply.text.includes(sentText)) {
    throw new Error(`${way.url.href}: ${reply.status} ${reply.text.slice(0, 300)}`)
  }
  return took
}

/** Some workers, each with a connection and a session of its own, that call one after the other. */
export class Workers {
  readonly #way: Way
  readonly #agent: Agent
  readonly #sessions: readonly Record<string, string>[]
  readonly #count: number

  private constructor(way: Way, agent: Agent, count: number, sessions: readonly Record<string, string>[]) {
    this.#way = way
    this.#agent = agent
    this.#count = count
    this.#sessions = sessions
  }

  static async open(way: Way, count: number): Promise<Workers> {
    const agent = new Agent({ keepAlive: true, maxSockets: count })
    const opened = Math.min(count, way.sessions ?? count)
    const sessions = await Promise.all(
      Array.from({ length: opened }, (_, nth) => openSession(way, agent, nth)),
    )
    return new Workers(way, agent, count, sessions)
  }

  async call(times: number): Promise<Block> {
    const taken: number[] = []
    const began = performance.now()
    await Promise.all(
      Array.from({ length: this.#count }, async (_, worker) => {
        const session = this.#sessions[worker % this.#sessions.length] ?? {}
        const own = Math.floor((times + worker) / this.#count)
        for (let n = 0; n < own; n += 1) taken.push(await call(this.#way, this.#agent, session))
      }),
    )
    const seconds = (performance.now() - began) / 1000
    taken.sort((one, other) => one - other)
    const at = (part: number): number =>
      taken[Math.min(taken.length - 1, Math.floor(taken.length * part))] ?? 0
    return { p50: at(0.5), p99: at(0.99), callsPerSecond: taken.length / seconds }
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** Some programs take connections before they can pass anything on. */
export async function openPatiently(way: Way, concurrent: number): Promise<Workers> {
  const deadline = performance.now() + 30_000
  for (;;) {
    const workers = await Workers.open(way, concurrent)
    try {
      await workers.call(concurrent)
      return workers
    } catch (error) {
      workers.close()
      if (performance.now() > deadline) throw error
      await pause(250)
    }
  }
}
