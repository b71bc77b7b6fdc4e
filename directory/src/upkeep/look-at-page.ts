import { createHash } from 'node:crypto'
import { countWords, pageText } from '@connectory/checker'
import { isWireError, type SafeFetch, type SafeResponse } from '@connectory/wire'
import type { LookState } from '../monitoring/index.ts'
import { failureOf } from './failure-of.ts'
import type { Seen } from './model.ts'

const mostRedirects = 3
const request = {
  headers: { accept: 'text/html, text/plain, application/pdf;q=0.9' },
  timeoutMs: 15_000,
  maxBytes: 2 * 1024 * 1024,
}
/** Fewer say nothing: an error page, a page that a program fills. */
const fewestWords = 20

export interface PageLook {
  readonly seen: Seen
  /** What it says of the network between us. */
  readonly state: LookState
}

/** Does it still answer, and is it still a document? Redirects may leave the host; each hop is judged anew. */
export async function lookAtPage(url: string, fetch: SafeFetch): Promise<PageLook> {
  try {
    let address = url
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const answer = await fetch(address, request)
      const to = answer.header('location')
      const moves = answer.status >= 300 && answer.status < 400 && to !== null && URL.canParse(to, address)
      if (!moves) return await judge(answer)
      await answer.body.cancel()
      address = new URL(to, address).href
    }
    return { seen: { outcome: 'gone' }, state: 'ok' }
  } catch (error) {
    if (!isWireError(error)) throw error
    return failureOf(error)
  }
}

async function judge(answer: SafeResponse): Promise<PageLook> {
  const { status } = answer
  if (status !== 200) {
    await answer.body.cancel()
    return { seen: outcomeOf(status), state: 'ok' }
  }
  if ((answer.header('content-type') ?? '').startsWith('application/pdf')) {
    return { seen: { outcome: 'good', hash: hashOf(await answer.bytes()) }, state: 'ok' }
  }
  const source = await answer.text()
  const { text, passwordField } = pageText(source)
  if (passwordField) return { seen: { outcome: 'login' }, state: 'ok' }
  if (countWords(text) < fewestWords) return { seen: { outcome: 'not-a-document' }, state: 'ok' }
  return { seen: { outcome: 'good', hash: hashOf(text.replaceAll(/\s+/g, ' ').trim()) }, state: 'ok' }
}

function outcomeOf(status: number): Seen {
  if (status === 429) return { outcome: 'could-not-look' }
  if (status >= 500) return { outcome: 'silent' }
  return { outcome: status === 401 || status === 403 ? 'login' : 'gone' }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
