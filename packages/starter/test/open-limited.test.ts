import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { check } from '@connectory/checker'
import { createSafeFetch } from '@connectory/wire'
import { createOpenServer } from '../templates/open-limited/server.ts'

async function withTemplate(requestsPerMinute: number, use: (url: string) => Promise<void>): Promise<void> {
  const server = createOpenServer({ requestsPerMinute })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

test('the open template fails no rule that can be looked at without a login, but that its SDK takes batches', async () => {
  await withTemplate(600, async (url) => {
    const safeFetch = createSafeFetch({ allowLoopback: true })
    const report = await check({ url, fetch: safeFetch, allowLoopback: true, now: () => new Date() })
    await safeFetch.close()
    assert.equal(report.verdict, 'ready')
    assert.deepEqual(
      report.findings
        .filter(({ outcome }) => outcome === 'fail' || outcome === 'needs-human')
        .map(({ rule, level }) => `${rule} ${level}`),
      ['PRO-07 info'],
    )
  })
})

test('over its global limit the open template answers 429, says when to come back, and why', async () => {
  await withTemplate(2, async (url) => {
    const statuses: number[] = []
    let last: Response | undefined
    for (let n = 0; n < 3; n++) {
      last = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: JSON.stringify({ jsonrpc: '2.0', id: n, method: 'tools/list', params: {} }),
      })
      statuses.push(last.status)
    }
    assert.deepEqual(statuses, [200, 200, 429])
    assert.match(last?.headers.get('retry-after') ?? '', /^\d+$/)
    assert.match((await last?.text()) ?? '', /2 requests a minute in all/)
  })
})
