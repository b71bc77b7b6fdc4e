import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../kernel/index.ts'
import { badgeKinds, badgeWords, type BadgeFacts } from './badge.ts'
import { drawBadge } from './draw-badge.ts'
import { textWidth } from './text-width.ts'

const facts: BadgeFacts = {
  instanceName: 'Connectory',
  state: 'published',
  stopped: false,
  health: 'healthy',
  report: { verdict: 'ready', policy: 'faq-2026-02-10', checkedAt: new Date('2026-10-03T22:00:00Z') },
}

function said(kind: (typeof badgeKinds)[number], change: Partial<BadgeFacts> = {}, language = languages[0]) {
  const { label, state } = badgeWords(kind, { ...facts, ...change }, language)
  return `${label}: ${state}`
}

test('a badge says that a connector is listed, how its server answers, and when it met which policy', () => {
  assert.deepEqual(
    badgeKinds.map((kind) => said(kind)),
    ['Connectory: listed', 'server: reliable', 'policy faq-2026-02-10: met on 3 Oct 2026'],
  )
  const { report } = facts
  assert.match(said('policy', { report: { ...report, verdict: 'blocked' } }), /met with exceptions/)
  assert.match(said('health', { health: 'degraded' }), /often fails$/)
})

test('a badge of what is hidden, delisted, removed, withdrawn or stopped says so, whatever it was of', () => {
  for (const kind of badgeKinds) {
    assert.match(said(kind, { state: 'hidden' }), /: hidden$/)
    assert.match(said(kind, { state: 'delisted' }), /: delisted$/)
    assert.match(said(kind, { state: 'removed' }), /: removed$/)
    assert.match(said(kind, { state: 'unlisted' }), /: not listed any more$/)
    assert.match(said(kind, { stopped: true }), /: stopped$/)
  }
})

test('a badge is read out in its language, and its box is as wide as its words', () => {
  for (const language of languages) {
    const words = badgeWords('health', facts, language)
    const picture = drawBadge(words)
    const name = `${words.label}: ${words.state}`
    assert.ok(picture.includes(`lang="${language}" aria-label="${name}"><title>${name}</title>`))
    const width = Number(/width="(\d+)"/.exec(picture)?.[1])
    assert.equal(width, textWidth(words.label, 11) + textWidth(words.state, 11) + 24)
  }
  assert.ok(textWidth('iiii', 11) < textWidth('MMMM', 11) && textWidth('文', 11) === 11)
})

test('a name of this directory that is markup stays text in a badge', () => {
  const picture = drawBadge(badgeWords('listed', { ...facts, instanceName: '<b>"A&B"</b>' }, 'en'))
  assert.ok(picture.includes('&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;'))
  assert.doesNotMatch(picture, /<b>/)
})
