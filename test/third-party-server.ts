import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublisherSite } from '../directory/src/demo/publisher-site.ts'
import { freePort, until } from './product.ts'

export interface RunningServer extends AsyncDisposable {
  readonly url: string
}

const modules = join(import.meta.dirname, '../node_modules')

/** `@modelcontextprotocol/server-everything` over Streamable HTTP: sessions, legacy era, all hints present. */
export async function startEverything(): Promise<RunningServer> {
  const port = await freePort()
  const script = join(modules, '@modelcontextprotocol/server-everything/dist/index.js')
  return await run(port, [script, 'streamableHttp'], { PORT: String(port) })
}

/** `mcp-mermaid` over Streamable HTTP: its tools carry no hints. */
export async function startMermaid(): Promise<RunningServer> {
  const port = await freePort()
  return await run(
    port,
    [join(modules, 'mcp-mermaid/build/index.js'), '-t', 'streamable', '-p', String(port)],
    {},
  )
}

async function run(
  port: number,
  command: readonly string[],
  env: Record<string, string>,
): Promise<RunningServer> {
  const child = spawn(process.execPath, command, {
    cwd: tmpdir(),
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await until(() => answers(port))
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function answers(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(undefined))
  })
}

/** A website with a privacy policy and a support page, as a submission needs them. */
export async function startPublisherSite(): Promise<RunningServer> {
  const port = await freePort()
  const server = createPublisherSite()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
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
