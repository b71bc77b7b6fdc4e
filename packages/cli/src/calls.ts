import { parseCallInputs, type CallInputs, type CallWish } from '@connectory/checker'
import { readInput } from './files.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

export interface CallFlags {
  readonly call?: string
  readonly testAccount?: boolean
  readonly inputs?: string
  readonly timeout?: string
  readonly burst?: boolean
}

const MOST_SECONDS = 300

/** What the person allows to be called; undefined when nothing is. @throws UsageError, InvalidInput */
export async function callsOf(
  flags: CallFlags,
  terminal: Pick<Terminal, 'stdin'>,
): Promise<CallWish | undefined> {
  const { call, testAccount = false, inputs, timeout, burst = false } = flags
  if (call === undefined) {
    const [lone] = [
      ...(testAccount ? ['--test-account'] : []),
      ...(inputs === undefined ? [] : ['--inputs']),
      ...(timeout === undefined ? [] : ['--timeout']),
      ...(burst ? ['--burst'] : []),
    ]
    if (lone !== undefined)
      throw new UsageError(`${lone} is for calling tools; give it together with --call.`)
    return undefined
  }
  if (call === 'all' && !testAccount) {
    throw new UsageError(
      '--call all also calls tools that change and delete. If you use a test account and its data may change, ' +
        'say so with --test-account; else use --call read-only.',
    )
  }
  return {
    which: call === 'all' ? 'all' : 'read-only',
    timeoutMs: secondsOf(timeout) * 1000,
    ...(burst ? { burst } : {}),
    ...(inputs === undefined ? {} : { inputs: await inputsOf(inputs, terminal) }),
  }
}

function secondsOf(text: string | undefined): number {
  if (text === undefined) return MOST_SECONDS
  const seconds = Number(text)
  if (Number.isFinite(seconds) && seconds > 0 && seconds <= MOST_SECONDS) return seconds
  throw new UsageError(
    `--timeout is a number of seconds up to ${MOST_SECONDS}, for one call; "${text}" is not.`,
  )
}

async function inputsOf(path: string, terminal: Pick<Terminal, 'stdin'>): Promise<CallInputs> {
  const name = path === '-' ? 'stdin' : path
  const text = await readInput(path, terminal)
  // Only who gives inputs waits for the parser. JSON is YAML too.
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text, { prettyErrors: true })
  const [error] = document.errors
  if (error)
    throw new UsageError(`${name} is neither YAML nor JSON: ${error.message.split('\n')[0] ?? error.code}`)
  return parseCallInputs(document.toJS({ maxAliasCount: 100 }), name)
}
