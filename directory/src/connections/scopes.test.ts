import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenScopes, remedyFor, scopesIn, unionOfScopes } from './scopes.ts'

const asks = (scope: string): string => `Bearer error="insufficient_scope", scope="${scope}"`

test('the next sign-in asks for what was given and what is wanted, each once', () => {
  assert.deepEqual(unionOfScopes(['read'], ['read', 'list'], scopesIn(asks('write read'))), [
    'read',
    'list',
    'write',
  ])
  assert.deepEqual(scopesIn('Basic realm="x", Bearer scope="a"'), ['a'])
  assert.deepEqual(scopesIn('Bearer'), [])
  assert.deepEqual(scopesIn(null), [])
})

test('commas between given scopes are blanks, unless a scope with a comma was asked for', () => {
  assert.deepEqual(givenScopes('repo,gist', ['repo', 'gist']), ['repo', 'gist'])
  assert.deepEqual(givenScopes('a,b', ['a,b']), ['a,b'])
  assert.deepEqual(givenScopes('a,b c', ['c']), ['a,b', 'c'])
})

test('a sign-in is asked for when it can give something new, five times in a row at most', () => {
  const table = [
    [['read'], 0, asks('write'), 'connect'],
    [['read'], 4, asks('write'), 'connect'],
    [['read'], 5, asks('write'), 'given-already'],
    [['read', 'write'], 0, asks('write'), 'given-already'],
    [['read'], 1, 'Bearer error="insufficient_scope"', 'connect'],
    [['read'], 5, null, 'given-already'],
  ] as const
  for (const [scopes, stepUps, challenge, remedy] of table)
    assert.equal(
      remedyFor({ scopes, stepUps }, challenge),
      remedy,
      `${scopes.join(' ')} ${stepUps} ${challenge}`,
    )
})
