import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { run } from '../src/program.ts'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Around {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

const main = join(import.meta.dirname, '../src/main.ts')

/** Runs the command as a person does, but in this process: a process of its own costs half a second. */
export function connectory(...options: readonly string[]): Promise<Ended> {
  return connectoryReading('', ...options)
}

export function connectoryReading(input: string, ...options: readonly string[]): Promise<Ended> {
  return startConnectory(options, { input }).ended
}

export interface Running {
  readonly ended: Promise<Ended>
  /** Resolves when stderr matches; rejects with everything it said when it ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>
  interrupt(): void
}

/** The same while it runs: a person answers what it asks. */
export function startConnectory(options: readonly string[], { input = '', env = {} }: Around = {}): Running {
  const [stdout, stderr, keys] = [new PassThrough(), new PassThrough(), new EventEmitter()]
  const code = run(options, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    env: { ...process.env, ...env },
    onInterrupt(listener) {
      keys.once('interrupt', listener)
      return () => keys.off('interrupt', listener)
    },
  }).finally(() => {
    stdout.end()
    stderr.end()
  })
  return running(code, { stdout, stderr, interrupt: () => keys.emit('interrupt') })
}

/** The same as a process of its own, for what only a process shows. */
export function spawnConnectory(options: readonly string[], { input = '', env = {} }: Around = {}): Running {
  const child = spawn(process.execPath, ['--conditions=connectory-source', main, ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  const { stdout, stderr } = child
  return running(code, { stdout, stderr, interrupt: () => child.kill('SIGINT') })
}

interface Streams {
  readonly stdout: Readable
  readonly stderr: Readable
  readonly interrupt: () => void
}

function running(code: Promise<number | null>, { stdout, stderr, interrupt }: Streams): Running {
  let out = ''
  let err = ''
  stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const whole = (stream: Readable) => new Promise((resolve) => stream.on('end', resolve))
  const ended = Promise.all([code, whole(stdout), whole(stderr)]).then(([status]) => ({
    code: status,
    out,
    err,
  }))
  return {
    ended,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(err)
          if (match) resolve(match)
        }
        stderr.on('data', look)
        void ended.then(() => reject(new Error(`It ended without ${pattern.source}: ${err}${out}`)), reject)
        look()
      }),
    interrupt,
  }
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`
}

/** A server as small as can be, whose tools/list is what the test says. */
export function serverWithTools(tools: readonly unknown[]): Server {
  return createServer(async (request, response) => {
    const message = messageIn(Buffer.concat(await request.toArray()).toString() || '{}')
    if (!message) return void response.writeHead(400).end()
    const { id, method } = message
    const results: Record<string, unknown> = {
      initialize: {
        protocolVersion: '2025-11-25',
        capabilities: { tools: {} },
        serverInfo: { name: 'test', version: '1.0.0' },
      },
      'tools/list': { tools },
    }
    const result = results[method]
    response.writeHead(id === undefined ? 202 : 200, { 'content-type': 'application/json' })
    const error = { code: -32_601, message: 'Method not found' }
    response.end(
      id === undefined ? '' : JSON.stringify({ jsonrpc: '2.0', id, ...(result ? { result } : { error }) }),
    )
  })
}

interface Message {
  readonly id?: unknown
  readonly method: string
  readonly params: { readonly name: string; readonly arguments: Readonly<Record<string, unknown>> }
}

/** Undefined for what is no JSON: a check sends that too. */
export function messageIn(text: string): Message | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
