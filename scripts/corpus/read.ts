// Starts a server over stdio, without network and with an empty home, and reads its lists as they are.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type CorpusServer, nameOf } from './install.ts'

/** What the server answered, untouched: a `result` per page. */
export interface RawLists {
  readonly initialize: unknown
  readonly tools: readonly unknown[]
  readonly prompts: readonly unknown[]
}

const startMs = 30_000
const answerMs = 15_000
const mostPages = 50

/** A namespace has no way out; what the server starts ends with it. */
const alone = ['--map-root-user', '--net', '--pid', '--fork', '--kill-child']
const withLoopback = ['sh', '-c', 'ip link set lo up 2>/dev/null; exec "$0" "$@"']

/** Throws where strangers' programs cannot be kept off the network. */
export function requireIsolation(): void {
  if (spawnSync('unshare', [...alone, 'true']).status === 0) return
  throw new Error('Servers are started only without network, which takes "unshare" of Linux.')
}

export async function readLists(
  cache: string,
  server: CorpusServer,
  program: string,
): Promise<RawLists | { failed: string }> {
  const home = join(cache, 'homes', nameOf(server))
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  const words = (server.arguments ?? []).map((word) => word.replaceAll('{home}', home))
  const byNode = readFileSync(program, 'utf8').slice(0, 2) !== '#!' || shebangIsNode(program)
  const command = byNode ? [process.execPath, program] : [program]
  const child = spawn('unshare', [...alone, ...withLoopback, ...command, ...words], {
    cwd: home,
    env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, ...environmentOf(server, home) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  try {
    return await conversation(child)
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  } finally {
    child.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  }
}

function shebangIsNode(program: string): boolean {
  return /^#!.*\bnode\b/.test(readFileSync(program, 'utf8').slice(0, 200))
}

function environmentOf(server: CorpusServer, home: string): Record<string, string> {
  const own = Object.entries(server.environment ?? {})
  return {
    HOME: home,
    TMPDIR: home,
    ...Object.fromEntries(own.map(([name, value]) => [name, value.replaceAll('{home}', home)])),
  }
}

async function conversation(child: ChildProcess): Promise<RawLists> {
  const ask = asker(child)
  const initialize = await ask('initialize', hello, startMs)
  child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`)
  const { capabilities } = initialize as { capabilities?: Record<string, unknown> }
  const tools = await allPages(ask, 'tools/list')
  if (tools.length === 0) throw new Error('it listed no page of tools')
  const prompts =
    capabilities?.['prompts'] === undefined ? [] : await allPages(ask, 'prompts/list').catch(() => [])
  return { initialize, tools, prompts }
}

const hello = {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'connectory-corpus', version: '1' },
}

type Ask = (method: string, params: unknown, withinMs: number) => Promise<unknown>

async function allPages(ask: Ask, method: string): Promise<unknown[]> {
  const pages: unknown[] = []
  let cursor: unknown
  do {
    // oxlint-disable-next-line no-await-in-loop
    const page = await ask(method, cursor === undefined ? {} : { cursor }, answerMs)
    pages.push(page)
    cursor = (page as { nextCursor?: unknown } | null)?.nextCursor
  } while (cursor !== undefined && cursor !== null && pages.length < mostPages)
  return pages
}

/** Requests with an id each; what the server asks of us is refused, what it tells is passed over. */
function asker(child: ChildProcess): Ask {
  const waiting = new Map<unknown, { resolve(result: unknown): void; reject(error: Error): void }>()
  let complaint = ''
  let ended: string | undefined
  child.stderr?.on('data', (text) => (complaint = `${complaint}${text}`.slice(-4_000)))
  child.stdin?.on('error', () => undefined)
  const end = (why: string) => {
    ended = why
    for (const one of waiting.values()) one.reject(new Error(why))
    waiting.clear()
  }
  child.on('error', (error) => end(error.message))
  child.on('close', (code) => end(`it ended with ${code}: ${gist(complaint)}`))
  if (child.stdout === null) throw new Error('no output to read')
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = parsed(line)
    if (message === undefined) return
    const one = waiting.get(message.id)
    if (message.method !== undefined) {
      if (message.id === undefined) return
      const refusal = { jsonrpc: '2.0', id: message.id, error: { code: -32601, message: 'not offered' } }
      child.stdin?.write(`${JSON.stringify(refusal)}\n`)
    } else if (one !== undefined) {
      waiting.delete(message.id)
      if (message.error === undefined) one.resolve(message.result)
      else one.reject(new Error(`it answered with an error: ${gist(JSON.stringify(message.error))}`))
    }
  })
  let id = 0
  return (method, params, withinMs) => {
    if (ended !== undefined) return Promise.reject(new Error(ended))
    id += 1
    const mine = id
    child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
    return new Promise((resolve, reject) => {
      waiting.set(mine, { resolve, reject })
      const late = `no answer to ${method} within ${withinMs / 1000} s: ${gist(complaint)}`
      setTimeout(() => waiting.delete(mine) && reject(new Error(late)), withinMs).unref()
    })
  }
}

interface Message {
  readonly id?: unknown
  readonly method?: unknown
  readonly result?: unknown
  readonly error?: unknown
}

/** Servers write other things than messages to their output; such lines are passed over. */
function parsed(line: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Message) : undefined
  } catch {
    return undefined
  }
}

/** The telling part of what a program complained, in one line. */
function gist(complaint: string): string {
  const lines = complaint.split('\n').map((line) => line.trim())
  const telling =
    lines.find((line) => /error|required|missing|cannot|must|usage/i.test(line)) ?? lines.at(-1) ?? ''
  return telling.replaceAll(/\S*\/\S*\.corpus\S*/g, '…').slice(0, 200)
}
