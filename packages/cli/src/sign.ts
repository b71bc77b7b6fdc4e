import { parsePrivateKey, signReport, type Report } from '@connectory/checker'
import { mustBeWritable, readInput, writeOutput } from './files.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

export interface SignFlags {
  readonly sign?: string
  readonly key?: string
  readonly only?: string
  readonly baseline?: string
  readonly tools?: string
}

/**
 * What signs the report, or undefined when that was not asked for. The key is read before the check, so that a wrong
 * one costs no minute.
 */
export async function signer(
  flags: SignFlags,
  terminal: Pick<Terminal, 'stdin'>,
): Promise<((report: Report) => Promise<void>) | undefined> {
  const { sign, key, only, baseline, tools } = flags
  if (sign === undefined && key === undefined) return undefined
  if (sign === undefined || key === undefined) {
    throw new UsageError('Give both: --sign FILE says where to write the signed report, --key FILE signs it.')
  }
  if (only !== undefined || baseline !== undefined || tools !== undefined) {
    throw new UsageError(
      'A directory takes no report that was narrowed, compared or made from a file: leave out --only, --baseline and --tools, or --sign.',
    )
  }
  const secret = parsePrivateKey(await readInput(key, terminal))
  await mustBeWritable(sign)
  return async (report) => await writeOutput(sign, `${await signReport(report, secret)}\n`)
}
