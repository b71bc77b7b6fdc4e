import { createSigningKey, parsePrivateKey, publicPart, thumbprintOf } from '@connectory/checker'
import { readInput, writeNew } from './files.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

export interface KeyFlags {
  readonly output?: string
  readonly show?: string
}

/** Makes a key for signing reports, or shows the public part of one: what a publisher gives to a directory. */
export async function keyCommand({ output, show }: KeyFlags, terminal: Terminal): Promise<number> {
  if ((output === undefined) === (show === undefined)) {
    throw new UsageError('Give --output FILE to make a key, or --show FILE to print the public part of one.')
  }
  const key = show === undefined ? await createSigningKey() : parsePrivateKey(await readInput(show, terminal))
  if (output !== undefined) {
    await writeNew(output, `${JSON.stringify(key)}\n`)
    terminal.stderr.write(`${output} holds the private key ${await thumbprintOf(key)}. Keep it secret.\n`)
    terminal.stderr.write('Give this public part to the directory:\n')
  }
  terminal.stdout.write(`${JSON.stringify(publicPart(key))}\n`)
  return 0
}
