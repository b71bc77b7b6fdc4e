import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { call, callBody, openSession, post, Workers, type Way } from './load.ts'
import { residentKiB } from './processes.ts'

/** Longer than call records wait for each other. */
const settleMs = 200

/** How `count` new sessions go that are opened in the same moment and then used once. */
export async function openManySessions(way: Way, pid: number, count: number) {
  await warmUp(way, 2000)
  await pause(settleMs)
  const before = residentKiB(pid)
  const agent = new Agent({ keepAlive: true, maxSockets: count })
  const began = performance.now()
  const all = await Promise.allSettled(
    Array.from({ length: count }, async () => {
      await call(way, agent, await openSession(way, agent))
      return performance.now() - began
    }),
  )
  const worstMs = Math.max(...all.map((one) => (one.status === 'fulfilled' ? one.value : 0)))
  agent.destroy()
  await pause(settleMs)
  const errors = all.filter(({ status }) => status === 'rejected').length
  return { errors, worstMs, kibPerSession: Math.max(0, residentKiB(pid) - before) / count }
}

async function warmUp(way: Way, calls: number): Promise<void> {
  const workers = await Workers.open(way, 64)
  await workers.call(calls)
  workers.close()
}

/** Resident memory in MiB after the first and after the last of the calls that are asked for. */
export async function memoryOver(way: Way, pid: number, [first, last]: readonly [number, number]) {
  const workers = await Workers.open(way, 16)
  const mib: number[] = []
  for (const calls of [first, last - first]) {
    await workers.call(calls)
    await pause(settleMs)
    mib.push(residentKiB(pid) / 1024)
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
