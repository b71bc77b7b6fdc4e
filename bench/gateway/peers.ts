import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../test/free-port.ts'
import { install } from '../measure/peers.ts'
import type { Way } from './load.ts'
import { startPeer, type Running } from './processes.ts'

/** Programs of others that pass calls on; installed beside the bench, never with the product. */
export interface Peer {
  readonly name: string
  readonly note: string
  readonly way: Way
  /** Between two HTTP connections, as ours; the others start a server of their own over stdio. */
  readonly httpToHttp: boolean
  readonly process: Running
}

const stdioEcho = [process.execPath, join(import.meta.dirname, 'stdio-echo.ts')]

type Start = (home: string, port: number, upstream: string) => Promise<Omit<Peer, 'name'>>

const peers: Readonly<Record<string, readonly [name: string, version: string, start: Start]>> = {
  hub: ['mcp-hub', '4.2.1', startHub],
  civic: ['@civic/passthrough-mcp-server', '0.12.1', startCivic],
  proxy: ['mcp-proxy', '6.7.19', startMcpProxy],
  supergateway: ['supergateway', '4.0.0', startSupergateway],
}

/** A peer that was not measured, and why. */
export interface Missing {
  readonly name: string
  readonly why: string
}

export async function startPeers(
  upstream: string,
): Promise<{ readonly started: readonly Peer[]; readonly missing: readonly Missing[] }> {
  const started: Peer[] = []
  const missing: Missing[] = []
  for (const [name, version, start] of Object.values(peers)) {
    try {
      const home = join(install(name, version), 'node_modules', name)
      started.push({ name: `${name} ${version}`, ...(await start(home, await freePort(), upstream)) })
    } catch (error) {
      missing.push({
        name: `${name} ${version}`,
        why: error instanceof Error ? error.message : String(error),
      })
    }
  }
  return { started, missing }
}

export function unaskedPeers(): readonly Missing[] {
  return Object.values(peers).map(([name, version]) => ({ name: `${name} ${version}`, why: 'not asked for' }))
}

function address(port: number, path: string): URL {
  return new URL(path, `http://127.0.0.1:${port}`)
}

async function startHub(home: string, port: number, upstream: string): Promise<Omit<Peer, 'name'>> {
  const config = join(mkdtempSync(join(tmpdir(), 'connectory-bench-')), 'hub.json')
  writeFileSync(config, JSON.stringify({ mcpServers: { echo: { url: upstream } } }))
  const options = [join(home, 'dist/cli.js'), '--port', String(port), '--config', config]
  return {
    note: 'its own REST API, one session for all callers',
    way: { url: address(port, '/api/servers/tools'), people: [{}], speaks: 'rest' },
    httpToHttp: true,
    process: await startPeer(options, port),
  }
}

async function startCivic(home: string, port: number, upstream: string): Promise<Omit<Peer, 'name'>> {
  const env = { PORT: String(port), TARGET_SERVER_URL: upstream, TARGET_SERVER_TRANSPORT: 'httpStream' }
  return {
    note: 'passes every message on',
    way: { url: address(port, '/mcp'), people: [{}], speaks: 'legacy' },
    httpToHttp: true,
    process: await startPeer([join(home, 'dist/cli.js')], port, env),
  }
}

async function startMcpProxy(home: string, port: number): Promise<Omit<Peer, 'name'>> {
  const cli = join(home, 'dist/bin/mcp-proxy.mjs')
  const options = [
    cli,
    '--port',
    String(port),
    '--host',
    '127.0.0.1',
    '--server',
    'stream',
    '--',
    ...stdioEcho,
  ]
  return {
    note: 'one server over stdio, with it',
    way: { url: address(port, '/mcp'), people: [{}], speaks: 'legacy' },
    httpToHttp: false,
    process: await startPeer(options, port),
  }
}

async function startSupergateway(home: string, port: number): Promise<Omit<Peer, 'name'>> {
  const options = ['--stdio', stdioEcho.join(' '), '--outputTransport', 'streamableHttp', '--stateful']
  const rest = ['--port', String(port), '--logLevel', 'none']
  return {
    note: 'one server over stdio for each session, with them; at most 8 sessions',
    way: { url: address(port, '/mcp'), people: [{}], speaks: 'legacy', sessions: 8 },
    httpToHttp: false,
    process: await startPeer([join(home, 'dist/index.js'), ...options, ...rest], port),
  }
}
