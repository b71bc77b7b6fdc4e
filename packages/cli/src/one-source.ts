import type { CallFlags } from './calls.ts'
import type { CredentialFlags } from './credentials.ts'
import type { DirectoryFlags } from './ask-directory.ts'
import type { SignFlags } from './sign.ts'
import { UsageError } from './usage-error.ts'

export interface SourceFlags extends CallFlags, CredentialFlags, DirectoryFlags, SignFlags {
  readonly format: string
  readonly allowLoopback: boolean
  readonly listing?: string
  readonly record?: string
  readonly replay?: string
  readonly fix?: boolean
  readonly timeLimit?: string
}

/**
 * Refuses options that would be ignored beside the others, before anything is read.
 * @throws UsageError that says what to leave out
 */
export function oneSource(url: string | undefined, flags: SourceFlags): void {
  const { tools, replay } = flags
  const given = [url, tools, replay].filter((each) => each !== undefined).length
  if (given === 0)
    throw new UsageError("error: missing required argument 'url' (or --tools FILE, or --replay DIR)")
  if (given > 1)
    throw new UsageError('Give a URL, or --tools FILE, or --replay DIR; one check has one source.')
  const idle = url === undefined ? forServers(flags) : []
  if (idle.length > 0) {
    const [verb, what, pronoun] = idle.length === 1 ? ['is', 'it', 'it'] : ['are', 'them', 'them']
    const source = tools === undefined ? '--replay asks no server' : '--tools asks no server'
    throw new UsageError(
      `${listOf(idle)} ${verb} for asking a server, and ${source}: leave ${what} out, or give ${pronoun} together with a URL.`,
    )
  }
  if (flags.fix && flags.format !== 'text')
    throw new UsageError(
      `--fix prints changes instead of the report: leave out --format ${flags.format}, or --fix.`,
    )
  oneReaderOfStdin(flags)
}

/** The options among these that only a look at a server heeds. */
function forServers(flags: SourceFlags): string[] {
  const heeded: readonly (readonly [option: string, given: unknown])[] = [
    ['--listing', flags.listing],
    ['--record', flags.record],
    ['--call', flags.call],
    ['--test-account', flags.testAccount],
    ['--inputs', flags.inputs],
    ['--timeout', flags.timeout],
    ['--burst', flags.burst],
    ['--login', flags.login],
    ['--login-twice', flags.loginTwice],
    ['--no-browser', flags.browser === false],
    ['--client-id', flags.clientId],
    ['--client-secret-env', flags.clientSecretEnv],
    ['--login-port', flags.loginPort],
    ['--login-wait', flags.loginWait],
    ['--callback', flags.callback],
    ['--token-env', flags.tokenEnv],
    ['--header', flags.header],
    ['--time-limit', flags.timeLimit],
    ['--directory', flags.directory],
    ['--directory-token-env', flags.directoryTokenEnv],
    ['--allow-loopback', flags.allowLoopback],
  ]
  return heeded.flatMap(([option, value]) => (value === undefined || value === false ? [] : [option]))
}

/** It can be read once: the second reader would find nothing. */
function oneReaderOfStdin({ tools, listing, inputs, key }: SourceFlags): void {
  const readers = Object.entries({ '--tools': tools, '--listing': listing, '--inputs': inputs, '--key': key })
    .filter(([, file]) => file === '-')
    .map(([option]) => option)
  if (readers.length > 1)
    throw new UsageError(`${listOf(readers)} cannot all read stdin: put all but one into a file.`)
}

function listOf(options: readonly string[]): string {
  return new Intl.ListFormat('en').format(options)
}
