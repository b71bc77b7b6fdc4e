import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEvidenceLog, createSafeFetch, WireError, type WireErrorCode } from '@connectory/wire'
import { evidence } from '../../test/evidence.ts'
import { findingsOf } from '../../test/servers.ts'
import { judge } from '../index.ts'
import { brokenConnection } from './connection.ts'
import { seen } from './evidence.ts'
import type { Visit } from './visit.ts'

const now = () => new Date('2026-11-21T08:00:00Z')
const visit: Visit = {
  url: new URL('https://mcp.example/mcp'),
  fetch: createSafeFetch({ allowLoopback: false }),
  log: createEvidenceLog({ now }),
  now,
  signal: new AbortController().signal,
  seconds: 60,
}

function reportOn(code: WireErrorCode, facts: Record<string, unknown>) {
  const { rest, ...connection } = brokenConnection(visit, new WireError(code, 'It did not work.', facts))
  return judge(
    evidence({ ...connection, openings: rest, negotiation: rest, listing: rest, tools: rest, access: rest }),
  )
}

test('a certificate that nobody trusts is a fault of the server', () => {
  for (const reason of [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ]) {
    const report = reportOn('tls-failed', { reason })
    assert.equal(findingsOf(report, 'NET-01')[0]?.case, 'untrusted')
    assert.equal(findingsOf(report, 'TOOL-01')[0]?.reason, 'could-not-look')
    assert.equal(report.verdict, 'blocked')
  }
})

test('a handshake that breaks off is none', () => {
  const report = reportOn('tls-failed', { reason: 'ERR_SSL_WRONG_VERSION_NUMBER' })
  assert.equal(findingsOf(report, 'NET-01')[0]?.reason, 'could-not-look')
  assert.equal(report.verdict, 'incomplete')
})

test('a name that does not exist could not be looked at', () => {
  const report = reportOn('dns-failed', { host: 'mcp.example', reason: 'ENOTFOUND' })
  assert.equal(findingsOf(report, 'NET-02')[0]?.reason, 'could-not-look')
  assert.equal(report.verdict, 'incomplete')
})

test('a name with public and private addresses is a fault of its records', () => {
  const addresses = [
    { address: '93.184.215.14', kind: 'public', range: 'unicast' },
    { address: '10.0.0.7', kind: 'refused', range: 'private' },
  ]
  const [finding] = findingsOf(reportOn('mixed-addresses', { addresses }), 'NET-02')
  assert.equal(finding?.case, 'mixed')
  assert.match(finding?.message ?? '', /10\.0\.0\.7 \(private\)/)
})

test('a weaker way that could not be looked at is told, at the level that it would have had', () => {
  const tls = seen({
    plain: false,
    trusted: true,
    oldTls: [{ version: 'TLSv1', outcome: 'unclear', problem: 'mcp.example is silent.' }],
    plainTwin: { url: 'http://mcp.example/mcp', outcome: 'unclear', problem: 'Stopped.' },
  } as const)
  const report = judge(evidence({ tls }), { only: ['NET-01'] })
  assert.deepEqual(
    findingsOf(report, 'NET-01').map(({ reason, level, target }) => [reason, level, target]),
    [
      ['could-not-look', 'should', 'TLSv1'],
      ['could-not-look', 'should', 'http://mcp.example/mcp'],
    ],
  )
  assert.equal(report.verdict, 'ready')
})
