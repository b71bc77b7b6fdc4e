import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { AdapterPayload } from 'oidc-provider'

const storedSchema = z.object({
  keys: z.array(z.record(z.string(), z.unknown())),
  notes: z.record(z.string(), z.array(z.string())),
  records: z.record(
    z.string(),
    z.custom<AdapterPayload>((value) => typeof value === 'object'),
  ),
})

type Stored = z.output<typeof storedSchema>

/** What the demo's notes server remembers between two starts, in one small JSON file. */
export interface NotesState {
  readonly keys: Stored['keys']
  readonly records: Stored['records']
  notesOf(person: string): string[]
  save(): void
}

export function openNotesState(file: string): NotesState {
  const stored: Stored = existsSync(file)
    ? storedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { keys: [], notes: {}, records: {} }
  return {
    keys: stored.keys,
    records: stored.records,
    notesOf(person) {
      return (stored.notes[person] ??= [])
    },
    save() {
      writeFileSync(`${file}.new`, JSON.stringify(stored), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
  }
}
