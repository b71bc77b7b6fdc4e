import {
  againstBaseline,
  evidenceOfTools,
  exitCode,
  formatRecording,
  formats,
  judge,
  defaultPolicy,
  engine,
  InvalidInput,
  parseRecording,
  parseSelection,
  parseToolsFile,
  reportSchema,
  type Evidence,
  type Policy,
  type Report,
  type SubmissionFacts,
  type ToolsFile,
} from '@connectory/checker'
import { credentialsOf, type Credentials } from './credentials.ts'
import { directoryToAsk } from './ask-directory.ts'
import { makeFolder, mustBeWritable, readInput, readRecording, writeOutput, writeRecording } from './files.ts'
import { callsOf } from './calls.ts'
import { fixOf } from './fix.ts'
import { lookAt } from './look.ts'
import { painter } from './paint.ts'
import { readListing } from './listing.ts'
import { oneSource, type SourceFlags } from './one-source.ts'
import { policyNamed } from './policy-named.ts'
import { signer } from './sign.ts'
import type { Terminal } from './terminal.ts'
import { textReport } from './text-report.ts'
import { UsageError } from './usage-error.ts'

export const formatNames = ['text', ...Object.keys(formats)]

export interface CheckFlags extends SourceFlags {
  readonly policy?: string
  readonly output?: string
}

/** Checks one server, one file of tools or one recording, and prints the report to stdout or into a file. */
export async function checkCommand(
  url: string | undefined,
  flags: CheckFlags,
  terminal: Terminal,
): Promise<number> {
  oneSource(url, flags)
  const credentials = credentialsOf(flags, terminal.env)
  const only = flags.only === undefined ? undefined : parseSelection(flags.only)
  const baseline =
    flags.baseline === undefined ? undefined : parseBaseline(await readInput(flags.baseline, terminal))
  if (flags.output !== undefined) await mustBeWritable(flags.output)
  if (flags.record !== undefined) await makeFolder(flags.record)
  const sign = await signer(flags, terminal)
  const submission = flags.listing === undefined ? undefined : await readListing(flags.listing, terminal)
  const source = await sourceOf(url, flags, { credentials, submission, terminal })
  const judged = judge(source.evidence, { policy: source.policy, ...(only ? { only } : {}) })
  const report = baseline ? againstBaseline(judged, baseline) : judged
  await sign?.(report)
  const text = flags.fix ? fixOf(report, source.file, terminal) : shown(report, flags, terminal)
  if (flags.output === undefined) terminal.stdout.write(text)
  else await writeOutput(flags.output, text)
  return exitCode(report)
}

interface Source {
  readonly evidence: Evidence
  readonly policy: Policy
  readonly file?: { readonly text: string; readonly name: string; readonly tools: ToolsFile }
}

/** What was read before the check begins. */
interface Given {
  readonly credentials: Credentials
  readonly submission: SubmissionFacts | undefined
  readonly terminal: Terminal
}

async function sourceOf(
  url: string | undefined,
  flags: CheckFlags,
  { credentials, submission, terminal }: Given,
): Promise<Source> {
  const policy = policyNamed(flags.policy ?? defaultPolicy.id)
  if (flags.tools !== undefined) {
    const startedAt = new Date()
    const name = flags.tools === '-' ? 'stdin' : flags.tools
    const text = await readInput(flags.tools, terminal)
    const tools = parseToolsFile(text, name)
    return {
      policy,
      evidence: evidenceOfTools(tools, { target: name, startedAt }),
      file: { text, name, tools },
    }
  }
  if (flags.replay !== undefined) return replay(await readRecording(flags.replay), flags, terminal)
  const calls = await callsOf(flags, terminal)
  const directory = directoryToAsk(flags, terminal.env)
  const evidence = await lookAt(url ?? '', {
    allowLoopback: flags.allowLoopback,
    credentials,
    terminal,
    ...(submission === undefined ? {} : { submission }),
    ...timeLimitOf(flags),
    ...(calls ? { calls } : {}),
    ...(directory ? { directory } : {}),
  })
  if (flags.record === undefined) return { policy, evidence }
  const texts = formatRecording(evidence, policy.id)
  await writeRecording(flags.record, texts)
  // What was written is what is judged, so that a replay cannot differ.
  return { policy, evidence: parseRecording(texts).evidence }
}

const MOST_SECONDS = 3600

function timeLimitOf({ timeLimit }: CheckFlags): { readonly timeLimitMs?: number } {
  if (timeLimit === undefined) return {}
  const seconds = Number(timeLimit)
  if (seconds > 0 && seconds <= MOST_SECONDS) return { timeLimitMs: seconds * 1000 }
  throw new UsageError(
    `--time-limit is a number of seconds up to ${MOST_SECONDS}, for the whole check; ${JSON.stringify(timeLimit)} is not.`,
  )
}

function replay(
  texts: Parameters<typeof parseRecording>[0],
  flags: CheckFlags,
  { stderr }: Terminal,
): Source {
  const recording = parseRecording(texts)
  if (recording.engine !== engine) {
    stderr.write(
      `Recorded by ${JSON.stringify(recording.engine)}, judged by ${engine}: the report may differ.\n`,
    )
  }
  return { evidence: recording.evidence, policy: policyNamed(flags.policy ?? recording.policy) }
}

function parseBaseline(text: string): Report {
  try {
    return reportSchema.parse(JSON.parse(text))
  } catch {
    throw new InvalidInput('The baseline is no report; write one with --format json --output FILE.')
  }
}

function shown(report: Report, { format, output }: CheckFlags, { stdout, env }: Terminal): string {
  const named = Object.entries(formats).find(([name]) => name === format)
  if (named) return named[1](report)
  if (output !== undefined) return textReport(report, (_style, text) => text, 100)
  return textReport(report, painter(stdout, env), stdout.columns ?? 100)
}
