import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Config } from '../config/index.ts'
import { createClockServer } from './clock-server.ts'
import type { DemoFile } from './demo-file.ts'
import { createNotesServer } from './notes-server.ts'
import { openNotesState } from './notes-state.ts'
import { createPublisherSite } from './publisher-site.ts'
import { createSloppyServer } from './sloppy-server.ts'

export interface DemoServers {
  readonly ports: Required<DemoFile['ports']>
  urlOf(name: 'clock' | 'notes' | 'sloppy'): string
  /** A page of the publisher's own site. */
  siteUrl(path: '/privacy' | '/support'): string
  stop(): Promise<void>
}

/** Starts the three servers and their publisher's site on the ports of the last start, or on free ones the first time. */
export async function startDemoServers(
  { dataDir, publicUrl }: Pick<Config, 'dataDir' | 'publicUrl'>,
  ports: DemoFile['ports'],
): Promise<DemoServers> {
  const clock = await listen(createClockServer(publicUrl.origin), ports.clock)
  const sloppy = await listen(createSloppyServer(), ports.sloppy)
  const site = await listen(createPublisherSite(), ports.site)
  const notesPort = ports.notes ?? (await freePort())
  const state = openNotesState(join(dataDir, 'demo-notes.json'))
  const notes = await listen(createNotesServer(`http://127.0.0.1:${notesPort}`, state), notesPort)
  const running = [clock, notes, sloppy, site]
  const taken = { clock: portOf(clock), notes: notesPort, sloppy: portOf(sloppy), site: portOf(site) }
  return {
    ports: taken,
    urlOf: (name) => `http://127.0.0.1:${taken[name]}/mcp`,
    siteUrl: (path) => `http://127.0.0.1:${taken.site}${path}`,
    stop: async () => {
      await Promise.all(running.map(close))
    },
  }
}

async function listen(server: Server, port = 0): Promise<Server> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        taken
          ? new Error(
              `Port ${port} belongs to a demo server, but another program uses it. Stop that program and start again.`,
            )
          : error,
      )
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

async function freePort(): Promise<number> {
  const probe = await listen(createServer())
  const port = portOf(probe)
  await close(probe)
  return port
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
