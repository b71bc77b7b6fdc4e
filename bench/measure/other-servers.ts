import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface OtherServer {
  readonly url: string
  stop(): Promise<void>
}

const modules = join(import.meta.dirname, '../../node_modules')

/** MCP servers from npm that this project did not write, over Streamable HTTP. Options from a port. */
export const otherServers: readonly ((port: number) => readonly string[])[] = [
  () => [join(modules, '@modelcontextprotocol/server-everything/dist/index.js'), 'streamableHttp'],
  (port) => [join(modules, 'mcp-mermaid/build/index.js'), '-t', 'streamable', '-p', String(port)],
]

/** Starts one on a free port of this machine and waits, at most 30 seconds, until it answers. */
export async function startOther(options: (port: number) => readonly string[]): Promise<OtherServer> {
  const port = await freePort()
  const child = spawn(process.execPath, options(port), {
    cwd: tmpdir(),
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const deadline = performance.now() + 30_000
  while (!(await answers(port))) {
    if (performance.now() > deadline) throw new Error(`${options(port).join(' ')} does not answer.`)
    await pause(50)
  }
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
