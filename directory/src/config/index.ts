/**
 * Everything that can be set from outside, read once. Each subject has a file: its fields, whose comments name their
 * variables and defaults, and its variables. Contradictions are refused at start with a sentence.
 */
import { z } from 'zod'
import { addressVariables, isLoopback, readAddresses, type AddressConfig } from './addresses.ts'
import { callVariables, readCalls, type CallConfig } from './calls.ts'
import { conductVariables, readConduct, type ConductConfig } from './conduct.ts'
import { ConfigError } from './config-error.ts'
import { outgoingVariables, readOutgoing, type OutgoingConfig } from './outgoing.ts'
import { readStorage, storageVariables, type StorageConfig } from './storage.ts'

export { ConfigError } from './config-error.ts'

export interface Config extends AddressConfig, StorageConfig, OutgoingConfig, CallConfig, ConductConfig {
  /** True under `npm start`: demo servers, demo accounts, loopback allowed. */
  readonly demo: boolean
}

const environment = z.object({
  ...addressVariables,
  ...storageVariables,
  ...outgoingVariables,
  ...callVariables,
  ...conductVariables,
})

/** @throws ConfigError with one sentence for each variable that is wrong. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  role: 'demo' | 'serve',
): Config {
  const parsed = environment.safeParse(withoutBlanks(env))
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    )
  }
  const values = parsed.data
  const demo = role === 'demo'
  const addresses = readAddresses(values)
  const outgoing = readOutgoing(values)
  if (demo && !isLoopback(addresses.host)) {
    throw new ConfigError('The demo listens on 127.0.0.1 only. Use `npm run serve` to serve other machines.')
  }
  if (outgoing.allowLoopback && !demo && !isLoopback(addresses.publicUrl.hostname)) {
    throw new ConfigError(
      'ALLOW_LOOPBACK lets servers on this machine be listed; it cannot be used with a public PUBLIC_URL.',
    )
  }
  return {
    ...addresses,
    ...readStorage(values),
    ...outgoing,
    allowLoopback: outgoing.allowLoopback || demo,
    ...readCalls(values),
    ...readConduct(values, demo),
    demo,
  }
}

/** An empty variable counts as not set, as in most env files. */
function withoutBlanks(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
}
