import type { ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Below those that systems hand out: who listens at any port, or calls somebody, never gets one whose owner restarts. */
export const lowestPort = 15_000
export const highestPort = 30_000
const given = new Set<number>()

/** A port of this machine that nobody listens at, and that is given once. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowestPort, highestPort)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}

const longestStartMs = 60_000

/** Waits, at most a minute, until a program takes connections at its port. @throws when it ends instead */
export async function untilListening(program: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + longestStartMs
  while (!(await takesConnections(port))) {
    if ((program.exitCode ?? program.signalCode) !== null || performance.now() > deadline) {
      program.kill('SIGKILL')
      throw new Error(`${program.spawnargs.join(' ')} does not answer.`)
    }
    await pause(50)
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
