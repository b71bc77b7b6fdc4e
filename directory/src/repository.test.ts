import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const self = 'directory/src/repository.test.ts'

interface Text {
  readonly file: string
  readonly text: string
}

/** Every text file under version control, as it is on disk, without this one: it shows what it looks for. */
function repository(): readonly Text[] {
  // A clone may belong to another user than the one who runs the tests.
  const options = ['-c', 'safe.directory=*', 'ls-files', '-z']
  const files = execFileSync('git', options, { cwd: root, encoding: 'utf8' }).split('\0')
  return files
    .filter((file) => file !== '' && file !== self && existsSync(join(root, file)))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'))
}

function findings(texts: readonly Text[], pattern: RegExp): string[] {
  return texts.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 120)}`] : [],
      ),
  )
}

const homesOfPeople = String.raw`/home/[\w.-]+/|/Users/[\w.-]+/|/root/|\b[A-Z]:\\\\?Users\\`
/** Homes of people, and wherever this clone happens to lie. */
const localPath = new RegExp(
  `${homesOfPeople}|(?<![\\w.])${root.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}/`,
)
const unfinished = /\b(?:TODO|FIXME)\b/
/** A test that runs alone or not at all. Only a machine without a browser may skip. */
const narrowed =
  /\b(?:test|it|describe|suite|t)\.(?:only|todo)\(|\.skip\((?!noChromium\))|[{,]\s*(?:only|skip|todo): *(?:true|'|`)/

const texts = repository()
const tests = texts.filter(({ file }) => /\.test\.tsx?$|(^|\/)test\//.test(file))

test('no file names a path of somebody’s own machine', () => {
  assert.ok(texts.length > 200, `only ${texts.length} files were looked at`)
  assert.deepEqual(findings(texts, localPath), [])
})

test('no file says that something is left to do', () => {
  // Lines of JSON are what writers of attacks may say.
  const ours = texts.filter(({ file }) => !file.endsWith('.jsonl'))
  assert.deepEqual(findings(ours, unfinished), [])
})

test('no test is focused, and none is skipped but for want of a browser', () => {
  assert.ok(tests.length > 50, `only ${tests.length} tests were looked at`)
  assert.deepEqual(findings(tests, narrowed), [])
})

test('the lockfile names no registry', () => {
  const lockfile = texts.filter(({ file }) => file === 'package-lock.json')
  assert.equal(lockfile.length, 1)
  assert.deepEqual(findings(lockfile, /"resolved": "https?:/), [])
})

for (const [name, pattern, planted] of [
  ['a path in a home', localPath, "const file = '/home/ada/connectory/data'"],
  ['a path of a Mac', localPath, 'see /Users/ada/notes.md'],
  ['a path of Windows', localPath, String.raw`C:\Users\ada\connectory`],
  ['the path of this clone', localPath, `cd ${root}/directory`],
  ['a note to oneself', unfinished, '// TODO: later'],
  ['a focused test', narrowed, "test.only('this one', () => {})"],
  ['a skipped test', narrowed, "test.skip('that one', () => {})"],
  ['a test skipped by an option', narrowed, "test('that one', { skip: true }, () => {})"],
  ['a test skipped while it runs', narrowed, "t.skip('not today')"],
] as const) {
  test(`the search finds ${name}`, () => {
    assert.equal(findings([{ file: 'planted', text: planted }], pattern).length, 1)
  })
}

test('the search leaves a skip for want of a browser alone', () => {
  assert.deepEqual(findings([{ file: 'ours', text: 'return t.skip(noChromium)' }], narrowed), [])
})
