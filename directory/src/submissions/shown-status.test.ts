import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFate, shownStatus } from './shown-status.ts'

test('what was published is shown as its listing stands now', () => {
  const hidden = { state: 'hidden', restriction: null } as const
  assert.equal(shownStatus('published', hidden, false), 'hidden')
  assert.equal(shownStatus('published', { ...hidden, restriction: 'hidden' }, true), 'quarantined')
  assert.equal(shownStatus('published', { ...hidden, state: 'published' }, true), 'stopped')
  assert.equal(shownStatus('published', undefined, true), 'published')
})

test('a submission that is not published is what it is, whatever its listing is', () => {
  const removed = { state: 'removed', restriction: null } as const
  assert.equal(shownStatus('in-review', removed, true), 'in-review')
  assert.equal(shownStatus('withdrawn', removed, false), 'withdrawn')
})

test('only what became of a listing after its publication has words of its own', () => {
  for (const shown of ['unlisted', 'quarantined', 'blocked', 'stopped'] as const) assert.ok(isFate(shown))
  for (const shown of ['published', 'withdrawn', 'in-review'] as const) assert.ok(!isFate(shown))
})
