import { InvalidInput, parseListing, type SubmissionFacts } from '@connectory/checker'
import { readInput } from './files.ts'
import type { Terminal } from './terminal.ts'

/**
 * The answers to a submission form from a file of YAML or JSON, so that authors can check them before they submit.
 * @throws InvalidInput that says what is wrong and where
 */
export async function readListing(path: string, terminal: Pick<Terminal, 'stdin'>): Promise<SubmissionFacts> {
  const name = path === '-' ? 'stdin' : path
  const text = await readInput(path, terminal)
  const { parse } = await import('yaml')
  let value: unknown
  try {
    // Every JSON text is YAML too. Few aliases: a small file must not unfold into a huge one.
    value = parse(text, { maxAliasCount: 20, prettyErrors: true })
  } catch (error) {
    const problem = error instanceof Error ? error.message.split('\n')[0] : 'unreadable'
    throw new InvalidInput(`${name} is neither YAML nor JSON: ${problem}`)
  }
  return parseListing(value, name)
}
