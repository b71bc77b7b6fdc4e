import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { reportSchema, type Report } from '../../src/index.ts'

const file = (path: string): string => new URL(path, import.meta.url).pathname
const preload = file('peak-memory.mjs')

export interface Looked {
  readonly code: number | null
  readonly report: Report
  readonly peakMiB: number
  /** From the start of the process to its end. */
  readonly seconds: number
}

/** Runs `connectory check`, as its bundle stands in this file, in a process of its own and measures it. */
export async function checkAsChild(
  command: string,
  url: string,
  ...options: readonly string[]
): Promise<Looked> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [`--import=${preload}`, command, 'check', '--allow-loopback', '--format=json', ...options, url],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  )
  const [, stdout, stderr, memory] = child.stdio as (Readable | null)[]
  const [code, out, said, peak] = await Promise.all([
    new Promise<number | null>((done) => child.on('close', done)),
    readAll(stdout),
    readAll(stderr),
    readAll(memory),
  ])
  if (!out.startsWith('{'))
    throw new Error(`The check printed no report (exit code ${code}): ${said.slice(-2000)}`)
  return {
    code,
    report: reportSchema.parse(JSON.parse(out)),
    peakMiB: Number(peak) / 1024,
    seconds: (performance.now() - began) / 1000,
  }
}

function readAll(stream: Readable | null | undefined): Promise<string> {
  return stream ? text(stream) : Promise.resolve('')
}
