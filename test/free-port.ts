import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
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
