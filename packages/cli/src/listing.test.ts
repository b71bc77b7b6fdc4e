import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createOpenServer } from '../../starter/templates/open-limited/server.ts'
import { connectory, listen } from '../test/run-connectory.ts'

const server = createOpenServer({ requestsPerMinute: 10_000 })
let url = ''
let folder = ''

before(async () => {
  url = await listen(server)
  folder = await mkdtemp(join(tmpdir(), 'connectory-listing-'))
})

after(() => {
  server.close()
  server.closeAllConnections()
})

async function withListing(name: string, text: string) {
  const path = join(folder, name)
  await writeFile(path, text)
  return await connectory('check', url, '--allow-loopback', '--format', 'json', '--listing', path)
}

interface Found {
  rule: string
  outcome: string
  case: string | null
}

function outcomes(out: string, rule: string): string[] {
  const { findings } = JSON.parse(out) as { findings: Found[] }
  return findings.filter((one) => one.rule === rule).map((one) => one.case ?? one.outcome)
}

test('--listing gives the answers of a form, from YAML and from JSON', async () => {
  const yaml = await withListing('a.yaml', 'name: Notes\nauthMode: oauth\nhealthData: true\n')
  assert.deepEqual(outcomes(yaml.out, 'AUTH-33'), ['open'], yaml.err)
  assert.deepEqual(outcomes(yaml.out, 'DATA-03'), ['declared'])
  const json = await withListing('b.json', JSON.stringify({ description: 'Lorem ipsum' }))
  assert.deepEqual(outcomes(json.out, 'DOC-12'), ['text'])
  assert.equal(json.code, 1)
})

test('a listing that is none is refused with every fault by name', async () => {
  const unknown = await withListing('c.yaml', 'title: Notes\nhealthData: perhaps\n')
  assert.equal(unknown.code, 2)
  assert.match(unknown.err, /"title".*known are name, tagline/)
  assert.match(unknown.err, /healthData/)
  const broken = await withListing('d.yaml', 'name: [unclosed')
  assert.equal(broken.code, 2)
  assert.match(broken.err, /neither YAML nor JSON/)
})

test('--listing goes with a URL, and its schema is printed', async () => {
  const { code, err } = await connectory('check', '--tools', 'tools.json', '--listing', 'a.yaml')
  assert.equal(code, 2)
  assert.match(err, /together with a URL/)
  const { out } = await connectory('schema', 'listing')
  const schema = JSON.parse(out) as { properties: Record<string, unknown> }
  assert.ok('examplePrompts' in schema.properties)
})
