import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

const secretKeys = [
  'authorization',
  'cookie',
  'token',
  'access_token',
  'refresh_token',
  'client_secret',
  'password',
  'code_verifier',
]

/** JSON lines. A message is readable alone and repeats no secret; listed keys are removed wherever they stand. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: {
      paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*.*.${key}`]),
      remove: true,
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
