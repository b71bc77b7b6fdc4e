import { isWireError, listTools, openServer, type SafeFetch, type WireError } from '@connectory/wire'
import { classify, type LookState } from '../monitoring/index.ts'

export type Listed =
  | { readonly kind: 'list'; readonly tools: readonly unknown[]; readonly complete: boolean }
  | { readonly kind: 'could-not-look'; readonly state: LookState }

const messageMs = 15_000
/** For the whole list: a server that is slow at each page keeps nobody waiting. */
const wholeMs = 60_000
const bounds = { maxPages: 20, maxTools: 2_000, maxTotalBytes: 4 * 1024 * 1024, timeoutMs: messageMs }

/** Reads what a server shows to anybody, without an account. A fault of ours is thrown on. */
export async function listWithoutAccount(url: string, fetch: SafeFetch): Promise<Listed> {
  const own = fetch.apart()
  try {
    const signal = AbortSignal.timeout(wholeMs)
    const opening = await openServer(url, {
      fetch: own,
      signal,
      timeoutMs: messageMs,
      probeTimeoutMs: messageMs / 2,
    })
    const list = await listTools(opening, { ...bounds, signal })
    await opening.close()
    if (list.error !== undefined) return { kind: 'could-not-look', state: stateOf(list.error) }
    if (list.ended === 'error') return { kind: 'could-not-look', state: 'not-mcp' }
    return {
      kind: 'list',
      tools: list.tools.map(({ tool }) => tool),
      complete: list.ended === 'complete',
    }
  } catch (error) {
    if (!isWireError(error)) throw error
    return { kind: 'could-not-look', state: stateOf(error) }
  } finally {
    await own.close()
  }
}

function stateOf(error: WireError): LookState {
  return error.code === 'cancelled' ? 'time-out' : classify(error)
}
