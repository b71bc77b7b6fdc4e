import { fork } from 'node:child_process'
import { once } from 'node:events'

export interface StarterProcess {
  readonly url: string
  /** Since the last question: answers, how long they took added up, and how long at least one was under way. */
  takeTimes(): Promise<{ readonly requests: number; readonly sumMs: number; readonly busyMs: number }>
  stop(): Promise<void>
}

/** Starts the template on a free port of 127.0.0.1. */
export async function startStarter(): Promise<StarterProcess> {
  const child = fork(new URL(import.meta.resolve('./timed-starter.ts')), { execArgv: process.execArgv })
  const said = async () => (await once(child, 'message'))[0] as Record<string, number>
  const { port = 0 } = await said()
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async takeTimes() {
      const answer = said()
      child.send('times')
      const { requests = 0, sumMs = 0, busyMs = 0 } = await answer
      return { requests, sumMs, busyMs }
    },
    async stop() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
