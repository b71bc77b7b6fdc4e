import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { call, callBody, openSession, post, Workers, type Way } from './load.ts'
import type { RunningProduct } from './product.ts'
import { residentKiB } from './processes.ts'

/** Longer than call records wait for each other. */
export const settleMs = 200

/** The process whose memory is measured. */
type Kept = Pick<RunningProduct, 'pid' | 'collect'>

/** Resident memory in KiB of what a process keeps: after a collection, for garbage is nobody's. */
async function kept({ pid, collect }: Kept): Promise<number> {
  await pause(settleMs)
  await collect()
  return residentKiB(pid)
}

/** How `count` new sessions go that are opened in the same moment and then used once. */
export async function openManySessions(way: Way, product: Kept, count: number) {
  await warmUp(way, { calls: 10_000, atOnce: count })
  const before = await kept(product)
  const agent = new Agent({ keepAlive: true, maxSockets: count })
  const began = performance.now()
  const all = await Promise.allSettled(
    Array.from({ length: count }, async (_, nth) => {
      await call(way, agent, await openSession(way, agent, nth))
      return performance.now() - began
    }),
  )
  const worstMs = Math.max(...all.map((one) => (one.status === 'fulfilled' ? one.value : 0)))
  agent.destroy()
  const after = await kept(product)
  const errors = all.filter(({ status }) => status === 'rejected').length
  return { errors, worstMs, kibPerSession: (after - before) / count }
}

/** As many at once as will be measured: memory that so many needed for a moment is not what one of them keeps. */
async function warmUp(way: Way, { calls, atOnce }: { calls: number; atOnce: number }): Promise<void> {
  const workers = await Workers.open(way, atOnce)
  await workers.call(calls)
  workers.close()
}

/** Resident memory in MiB, collected, after the first and after the last of the calls that are asked for. */
export async function memoryOver(way: Way, product: Kept, [first, last]: readonly [number, number]) {
  const workers = await Workers.open(way, 16)
  const mib: number[] = []
  for (const calls of [first, last - first]) {
    await workers.call(calls)
    mib.push((await kept(product)) / 1024)
  }
  workers.close()
  return { afterFirst: mib[0] ?? 0, afterLast: mib[1] ?? 0 }
}

/** The 99th percentile of calls of a healthy server: alone, and while another person calls one with every fault. */
export async function besideFaults(healthy: Way, faulty: Way, calls: number) {
  const workers = await Workers.open(healthy, 16)
  const alone = await workers.call(calls)
  const stop = await callFaults(faulty)
  const beside = await workers.call(calls)
  await stop()
  workers.close()
  return { aloneMs: alone.p99, besideMs: beside.p99 }
}

/** 16 calls that hang, 16 that drip, and every other fault as often as it is answered, with a pause. */
async function callFaults(way: Way): Promise<() => Promise<void>> {
  const agent = new Agent({ keepAlive: true })
  const session = await openSession(way, agent)
  let over = false
  const once = async (fault: string): Promise<void> => {
    await post(way, agent, callBody(way, fault), session).catch(() => undefined)
  }
  const again = async (fault: string, pauseMs: number): Promise<void> => {
    while (!over) {
      await once(fault)
      await pause(pauseMs)
    }
  }
  const open = ['hangs', 'drips'].flatMap((fault) => Array.from({ length: 16 }, () => once(fault)))
  const repeated = ['closes', 'babbles', 'confuses'].map((fault) => again(fault, 20))
  repeated.push(again('floods', 200))
  await pause(settleMs)
  return async () => {
    over = true
    agent.destroy()
    await Promise.all([...open, ...repeated])
  }
}
