import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FactsForm } from './form-values.ts'
import { parseFacts } from './parse-facts.ts'
import { judgePublicUrl } from './public-url.ts'

const form: FactsForm = {
  serverUrl: ' https://mcp.example.com/mcp#top ',
  auth: 'oauth',
  staticClient: 'yes',
  name: 'Example',
  tagline: 'Finds examples',
  description: 'Finds **examples**.\r\nMany.',
  categories: ['data', 'research'],
  publisherName: 'Example Ltd',
  documentationUrl: '',
  privacyUrl: 'https://example.com/privacy',
  support: 'help@example.com',
  acceptTerms: 'yes',
}

function faults(change: FactsForm, allowLoopback = false): unknown {
  const parsed = parseFacts({ ...form, ...change }, { allowLoopback })
  return 'faults' in parsed ? parsed.faults : {}
}

test('a whole form becomes facts: trimmed, without fragment, with null for what was left out', () => {
  assert.deepEqual(parseFacts(form, { allowLoopback: false }), {
    facts: {
      serverUrl: 'https://mcp.example.com/mcp',
      auth: 'oauth',
      staticClient: true,
      addressFilter: false,
      name: 'Example',
      tagline: 'Finds examples',
      descriptionMarkdown: 'Finds **examples**.\nMany.',
      categories: ['data', 'research'],
      publisherName: 'Example Ltd',
      publisherUrl: null,
      documentationUrl: null,
      privacyUrl: 'https://example.com/privacy',
      termsUrl: null,
      support: 'help@example.com',
      securityContact: null,
      useCases: null,
      testInstructions: null,
    },
  })
})

test('an empty form says everything that is missing at once', () => {
  const parsed = parseFacts({}, { allowLoopback: false })
  assert.ok('faults' in parsed)
  assert.deepEqual(Object.keys(parsed.faults).toSorted(), [
    'acceptTerms',
    'auth',
    'categories',
    'description',
    'name',
    'privacyUrl',
    'publisherName',
    'serverUrl',
    'support',
    'tagline',
  ])
})

test('lengths are counted in code points, and a text that is too long says by how much', () => {
  assert.deepEqual(faults({ tagline: '🦊'.repeat(55) }), {})
  assert.deepEqual(faults({ tagline: '🦊'.repeat(56) }), {
    tagline: { code: 'too-long', length: 56, limit: 55 },
  })
  assert.deepEqual(faults({ description: 'x'.repeat(2_001) }), {
    description: { code: 'too-long', length: 2_001, limit: 2_000 },
  })
  assert.deepEqual(faults({ useCases: 'x'.repeat(3_000) }), {
    useCases: { code: 'too-long', length: 3_000, limit: 2_000 },
  })
})

test('one to five categories of ours', () => {
  const six = ['data', 'design', 'education', 'finance', 'health', 'legal']
  assert.deepEqual(faults({ categories: six }), { categories: { code: 'too-many' } })
  assert.deepEqual(faults({ categories: 'gardening' }), { categories: { code: 'unknown' } })
  assert.deepEqual(faults({ categories: ['data', 'data'] }), {})
})

test('support is a page or an e-mail address', () => {
  assert.deepEqual(faults({ support: 'https://example.com/help' }), {})
  assert.deepEqual(faults({ support: 'call us' }), { support: { code: 'not-a-contact' } })
  assert.deepEqual(faults({ securityContact: 'http://example.com/s' }), {
    securityContact: { code: 'not-https' },
  })
})

test('an address with a password is refused in every text, also among others and in a sentence', () => {
  const urls = 'Europe https://eu.example.com/mcp\nAsia https://me:secret@asia.example.com/mcp'
  const testInstructions = 'Open https://me:secret@app.example.com and ask for an example.'
  assert.deepEqual(faults({ urls, testInstructions }), {
    urls: { code: 'credentials' },
    testInstructions: { code: 'credentials' },
  })
  assert.deepEqual(
    faults({ urls: 'Europe https://eu.example.com/mcp', useCases: 'Write to a@b.example' }),
    {},
  )
})

test('control characters that a database cannot store are left out', () => {
  const parsed = parseFacts({ ...form, name: 'Ex\u0000am\u001bple \ud800' }, { allowLoopback: false })
  assert.ok('facts' in parsed)
  assert.equal(parsed.facts.name, 'Example \ufffd')
})

const addresses = [
  ['mcp.example.com/mcp', 'malformed'],
  ['https://', 'malformed'],
  ['http://mcp.example.com/mcp', 'not-https'],
  ['ftp://mcp.example.com/mcp', 'not-https'],
  ['https://me:secret@mcp.example.com/', 'credentials'],
  ['https://10.0.0.8/mcp', 'private'],
  ['https://192.168.1.1/mcp', 'private'],
  ['https://169.254.169.254/latest', 'private'],
  ['https://127.0.0.1/mcp', 'private'],
  ['https://localhost/mcp', 'private'],
  ['https://[::1]/mcp', 'private'],
  ['https://[::ffff:10.0.0.1]/mcp', 'private'],
  ['https://intranet/mcp', 'private'],
  ['https://printer.local/mcp', 'private'],
  ['https://2130706433/mcp', 'obscured'],
  ['https://0177.0.0.1/mcp', 'obscured'],
] as const

for (const [address, fault] of addresses) {
  test(`${address} is ${fault}`, () => {
    assert.deepEqual(judgePublicUrl(address, { allowLoopback: false }), { fault })
  })
}

test('loopback is accepted, over http too, only where the configuration allows it', () => {
  for (const address of ['http://127.0.0.1:9000/mcp', 'http://localhost:9000/mcp', 'https://[::1]/mcp']) {
    assert.deepEqual(judgePublicUrl(address, { allowLoopback: true }), { url: address })
  }
  assert.deepEqual(judgePublicUrl('http://10.0.0.8/mcp', { allowLoopback: true }), { fault: 'not-https' })
  assert.deepEqual(judgePublicUrl('https://10.0.0.8/mcp', { allowLoopback: true }), { fault: 'private' })
})
