import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublisherSite } from '../directory/src/demo/publisher-site.ts'
import { freePort, untilListening } from './free-port.ts'

export interface RunningServer extends AsyncDisposable {
  readonly url: string
}

const modules = join(import.meta.dirname, '../node_modules')

/**
 * `@modelcontextprotocol/server-everything` over Streamable HTTP: sessions, legacy era, all hints present.
 * @param port of an earlier one that has ended; default: a free one
 */
export async function startEverything(port?: number): Promise<RunningServer> {
  return await run(['@modelcontextprotocol/server-everything/dist/index.js', 'streamableHttp'], port)
}

/** `@brave/brave-search-mcp-server` over Streamable HTTP: its tools carry no hints. It asks its API when one is called. */
export async function startBraveSearch(): Promise<RunningServer> {
  const port = await freePort()
  const options = ['--transport', 'http', '--host', '127.0.0.1', '--port', String(port)]
  const key = ['--brave-api-key', 'none-of-this-is-called']
  return await run(['@brave/brave-search-mcp-server/dist/index.js', ...options, ...key], port)
}

async function run([script = '', ...options]: readonly string[], wanted?: number): Promise<RunningServer> {
  const port = wanted ?? (await freePort())
  const child = spawn(process.execPath, [join(modules, script), ...options], {
    cwd: tmpdir(),
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  await untilListening(child, port)
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** A website with a privacy policy and a support page, as a submission needs them. */
export async function startPublisherSite(): Promise<RunningServer> {
  const server = createPublisherSite().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** The raw tools of a server's first page, asked for without any code of ours. */
export async function rawTools(url: string): Promise<readonly Record<string, unknown>[]> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  }
  const ask = async (id: number, method: string, params: unknown) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
    })
    const session = answer.headers.get('mcp-session-id')
    if (session !== null) headers['mcp-session-id'] = session
    const lines = (await answer.text()).split('\n').map((line) => line.replace(/^data: /, ''))
    return lines.flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : [])).at(-1)
  }
  const tell = (method: string) =>
    fetch(url, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', method }) })
  await ask(1, 'initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'recount', version: '1.0.0' },
  })
  // The server adds a tool once it is told that the opening is over.
  await tell('notifications/initialized')
  return (await ask(2, 'tools/list', {})).result.tools
}
