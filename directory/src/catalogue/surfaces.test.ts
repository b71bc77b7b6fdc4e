import assert from 'node:assert/strict'
import { test } from 'node:test'
import { surfacesOf } from './surfaces.ts'

const everywhere = ['web', 'desktop', 'mobile', 'code', 'api']
const notCode = ['web', 'desktop', 'mobile', 'api']
const onTheMachine = ['desktop', 'code']

for (const [local, staticClient, addressFilter, expected] of [
  [false, false, false, everywhere],
  [false, true, false, notCode],
  [false, false, true, notCode],
  [false, true, true, notCode],
  [true, false, false, onTheMachine],
  [true, true, true, onTheMachine],
] as const) {
  const facts = { local, staticClient, addressFilter }
  test(`${JSON.stringify(facts)} works on ${expected.join(', ')}`, () => {
    assert.deepEqual(surfacesOf(facts), expected)
  })
}
