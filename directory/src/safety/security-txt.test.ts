import assert from 'node:assert/strict'
import { test } from 'node:test'
import { securityTxt } from './security-txt.ts'

test('security.txt names our form, the operator’s contacts and until when it is good, over https only', () => {
  const contact = {
    publicUrl: new URL('https://connectors.example.com'),
    securityContacts: ['mailto:security@example.com'],
    securityPolicy: new URL('https://example.com/security'),
  }
  assert.equal(
    securityTxt(contact, new Date('2026-11-21T10:00:00Z')),
    [
      'Contact: https://connectors.example.com/security',
      'Contact: mailto:security@example.com',
      'Expires: 2027-02-19T00:00:00.000Z',
      'Preferred-Languages: en, de, es',
      'Canonical: https://connectors.example.com/.well-known/security.txt',
      'Policy: https://example.com/security',
      '',
    ].join('\n'),
  )
  assert.equal(
    securityTxt({ ...contact, publicUrl: new URL('http://127.0.0.1:8080') }, new Date(0)),
    undefined,
  )
})
