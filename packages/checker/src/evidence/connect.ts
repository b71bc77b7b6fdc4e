import type { PostOutcome } from '@connectory/wire'
import { brokenConnection, connectionOf, type ConnectionParts } from './connection.ts'
import type { Looked } from './evidence.ts'
import { askDiscover, askInitialize } from './openings.ts'
import { lookOf, silence } from './reach.ts'
import type { ReachLook } from './reach-facts.ts'
import { whyNot, type Visit } from './visit.ts'

export interface First {
  readonly connection: ConnectionParts
  /** Whether the first request reached the server, seen from here. */
  readonly look: ReachLook
  readonly discover?: PostOutcome
  readonly initialize?: PostOutcome
  /** Why nothing else can be looked at; absent when the server answers at all. */
  readonly rest?: Looked<never>
}

/** The first request: shows the way to the server, and is the opening of 2026-07-28 at the same time. */
export async function connect(visit: Visit): Promise<First> {
  try {
    const discover = await askDiscover(visit)
    return { connection: connectionOf(visit, discover), look: lookOf(discover), discover }
  } catch (error) {
    const { rest, ...connection } = brokenConnection(visit, error)
    const again = isSilence(error) && !visit.signal.aborted ? await connectAgain(visit) : undefined
    return again ?? { connection, look: silence(error), rest }
  }
}

/** A server from before server/discover may stay silent on it; that says nothing about initialize. */
function isSilence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'timeout' || code === 'headers-timeout' || code === 'connection-lost' || code === 'bad-http'
}

async function connectAgain(visit: Visit): Promise<First | undefined> {
  try {
    const initialize = await askInitialize(visit)
    return { connection: connectionOf(visit, initialize), look: lookOf(initialize), initialize }
  } catch (error) {
    whyNot(visit, error)
    return undefined
  }
}
