import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RuleId } from '../src/rule.ts'
import { rules } from '../src/rules.ts'
import { faults as faultsOfLogins } from './faulty-login/faults.ts'
import { readFaults } from './faulty-server/faults.ts'

const directory = 'asks a directory for its view, which no fault of a server can change'
const page = 'reads a page or an image on another host than the server'
const form = 'reads an answer of the form beside the server, and asks the server nothing'

/** Rules that no faulty server can raise by what it sends, and what they look at instead. */
const notOnTheWire: Readonly<Record<RuleId, string>> = {
  'NET-03': directory,
  'NET-04': directory,
  'NET-07': form,
  'DOC-01': page,
  'DOC-02': page,
  'DOC-03': form,
  'DOC-04': page,
  'DOC-05': form,
  'DOC-06': form,
  'DOC-07': form,
  'DOC-08': page,
  'DOC-09': page,
  'DOC-10': form,
  'DOC-11': form,
  'DOC-12': form,
  'ICN-01': page,
  'ICN-02': page,
}

const faults = [
  ...(await readFaults()).map(({ rule }) => rule),
  ...faultsOfLogins.map(({ raises }) => raises),
]

test('every rule has a fault of a server that raises it, or does not look at the wire', () => {
  const without = rules.map(({ id }) => id).filter((id) => !faults.includes(id) && !(id in notOnTheWire))
  assert.deepEqual(without, [])
})

test('what is said not to look at the wire is a rule, and no fault raises it', () => {
  const wrong = Object.keys(notOnTheWire).filter(
    (id) => faults.some((fault) => fault === id) || !rules.some((rule) => rule.id === id),
  )
  assert.deepEqual(wrong, [])
})
