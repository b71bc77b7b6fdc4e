import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WireError, type WireErrorCode } from '@connectory/wire'
import { failureOf } from './failure-of.ts'
import { fold, isToTell, pagesOf, type Kept, type Seen } from './model.ts'

const target = { subject: 'privacy', url: 'https://example.com/privacy' } as const
const day = 86_400_000
const start = new Date('2026-11-21T12:00:00Z')
const a = 'a'.repeat(64)
const b = 'b'.repeat(64)

/** One look a day. @returns what is kept, and after which looks its publisher is told */
function after(...looks: readonly Seen[]): {
  readonly kept: Kept | undefined
  readonly told: readonly number[]
} {
  let kept: Kept | undefined
  const told: number[] = []
  for (const [index, seen] of looks.entries()) {
    const now = fold(kept, target, seen, new Date(start.getTime() + index * day))
    if (isToTell(kept, now)) told.push(index)
    kept = now
  }
  return { kept, told }
}

test('what fails twice in a row is told once; a good look between begins anew', () => {
  const gone = { outcome: 'gone' } as const
  const good = { outcome: 'good', hash: a } as const
  assert.deepEqual(after(gone, gone, gone, gone).told, [1])
  assert.deepEqual(after(gone, good, gone, gone).told, [3])
  assert.deepEqual(after(gone, good, gone).told, [])
  assert.deepEqual(after(gone, { outcome: 'silent' }).told, [1])
  assert.deepEqual(after(good, gone, gone).kept?.failedSince, new Date(start.getTime() + day))
})

test('a look that could not be neither fails nor heals nor interrupts', () => {
  const none = { outcome: 'could-not-look' } as const
  assert.equal(after(none).kept?.outcome, null)
  assert.deepEqual(after({ outcome: 'gone' }, none, none, { outcome: 'gone' }).told, [3])
})

test('other words are a change, also after a time in which nobody could read them, and no failure', () => {
  const good = (hash: string) => ({ outcome: 'good', hash }) as const
  assert.equal(after(good(a), good(a)).kept?.outcome, 'good')
  const { kept, told } = after(good(a), { outcome: 'silent' }, good(b))
  assert.deepEqual(
    [kept?.outcome, kept?.changedAt?.getTime(), kept?.failures],
    ['changed', start.getTime() + 2 * day, 0],
  )
  assert.deepEqual(told, [])
})

test('another address begins anew', () => {
  const { kept } = after({ outcome: 'gone' })
  const moved = fold(kept, { ...target, url: 'https://example.com/other' }, { outcome: 'gone' }, start)
  assert.deepEqual([moved.failures, isToTell(kept, moved)], [1, false])
})

test('pages are what has an address of the web', () => {
  const pages = pagesOf({
    privacyUrl: target.url,
    termsUrl: null,
    documentationUrl: 'https://example.com/docs',
    supportContact: 'help@example.com',
  })
  assert.deepEqual(
    pages.map(({ subject }) => subject),
    ['privacy', 'documentation'],
  )
})

test('every failure to fetch has its outcome; a 429 is none', () => {
  const of = (code: WireErrorCode, facts = {}) => failureOf(new WireError(code, code, facts)).seen.outcome
  assert.equal(of('tls-failed', { reason: 'CERT_HAS_EXPIRED' }), 'untrusted')
  assert.equal(of('tls-failed', { reason: 'ECONNRESET' }), 'silent')
  assert.equal(of('dns-failed'), 'silent')
  assert.equal(of('body-too-large'), 'not-a-document')
  assert.equal(of('insecure-scheme'), 'not-safe')
  assert.equal(of('rate-limited'), 'could-not-look')
})
