import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idRanges } from './id-ranges.ts'

test('ids are written in groups, and neighbours as a range', () => {
  const ids = ['NET-06', 'TRN-01', 'TRN-02', 'TRN-04', 'TOOL-09', 'TOOL-10', 'TOOL-11', 'NET-08']
  assert.equal(idRanges(ids), 'NET-06, 08 · TRN-01–02, 04 · TOOL-09–11')
  assert.equal(idRanges([]), '')
  assert.equal(idRanges(['TOOL-01', 'another thing']), 'TOOL-01 · another thing')
})
