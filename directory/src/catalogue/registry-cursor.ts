import { Problem } from '../kernel/index.ts'

/** The last row of a page. */
export interface Cursor {
  readonly name: string
  readonly version: number
}

export function writeCursor({ name, version }: Cursor): string {
  return Buffer.from(JSON.stringify([name, version])).toString('base64url')
}

/** @throws Problem for text that is none of our cursors */
export function readCursor(text: string): Cursor {
  const value = parse(text)
  if (Array.isArray(value) && typeof value[0] === 'string' && Number.isInteger(value[1])) {
    return { name: value[0], version: value[1] as number }
  }
  const sentence = 'Use the exact value of metadata.nextCursor, or leave it out to begin.'
  throw new Problem('invalid-input', `The cursor is not one of ours. ${sentence}`, {
    fields: { cursor: sentence },
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
