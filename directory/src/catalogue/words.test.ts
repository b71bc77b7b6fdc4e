import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, indexText, squash, termsOf, wordsOfName } from './words.ts'

for (const name of [
  'create_issue',
  'createIssue',
  'create-issue',
  'Create issue',
  'CREATE ISSUE',
  'crèate.issue',
]) {
  test(`"${name}" is the name createissue`, () => {
    assert.equal(squash(name), 'createissue')
  })
}

test('a name falls into its words, and a camel-case word is there whole as well', () => {
  assert.deepEqual(wordsOfName('get_user_issues'), ['get', 'user', 'issues'])
  assert.deepEqual(wordsOfName('getHTMLPage2Text'), ['gethtmlpage2text', 'get', 'html', 'page2', 'text'])
  assert.deepEqual(wordsOfName('GitHub'), ['github', 'git', 'hub'])
})

test('accents and case make no difference, and letters that Unicode keeps whole are written out', () => {
  assert.equal(fold('Größe Łódź Ærø'), 'grosse lodz aero')
})

test('a query never carries a sign of the query language', () => {
  for (const text of [`a' | b & !(c):*`, '\\ \u0000 <->', `"mail" -issue`, `'; drop table listing; --`]) {
    for (const { whole, parts } of termsOf(text)) {
      assert.match([whole, ...parts].join(''), /^[\p{L}\p{N}]+$/u)
    }
  }
})

test('a query has at most twelve words', () => {
  assert.equal(termsOf('word '.repeat(5_000)).length, 12)
})

test('the index sees a text as the query does', () => {
  assert.equal(indexText(['Opens github.com/pulls']), 'opens github com pulls')
})
