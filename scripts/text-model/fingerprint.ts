// What the weights of the text model depend on.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const data = join(import.meta.dirname, 'data')

/** A name of data and code that the weights depend on; when it changes, they are to be made again. */
export function fingerprint(): string {
  const hash = createHash('sha256')
  const files = readdirSync(data)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
  for (const name of files) hash.update(readFileSync(join(data, name)))
  const model = join(import.meta.dirname, '..', '..', 'packages', 'checker', 'src', 'text', 'model')
  for (const name of [
    'deeds.ts',
    'circumstances.ts',
    'things.ts',
    'tokens.ts',
    'reading.ts',
    'concepts.ts',
    'features.ts',
  ])
    hash.update(readFileSync(join(model, name)))
  return hash.digest('hex').slice(0, 16)
}
