import { readdir } from 'node:fs/promises'
import type { Fault } from './fault.ts'

const folder = new URL('faults/', import.meta.url)

/** All faults of the folder, in the order of their names. */
export async function readFaults(): Promise<Fault[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted()
  return Promise.all(files.map((file) => readFault(file)))
}

async function readFault(file: string): Promise<Fault> {
  const { fault } = (await import(new URL(file, folder).href)) as { fault?: Fault }
  if (!fault || `${fault.id}.ts` !== file)
    throw new Error(`faults/${file} must export a fault with its own name.`)
  return fault
}
