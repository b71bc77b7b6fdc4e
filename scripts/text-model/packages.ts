// The texts of published servers as they stand in their packages: fetched by npm, unpacked in memory, nothing is run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface PackageTexts {
  readonly server: string
  readonly texts: readonly string[]
}

const atATime = 20
const MOST_FILE = 3_000_000
const MOST_TEXTS = 1_500
/** What a package says in a string of its code: after such a word it is a description. */
const literal =
  /(?:\b(?:description|instructions|summary|text|content)["']?\s*:\s*|\bdescribe\(\s*|\b(?:tool|registerTool|addTool|prompt)\(\s*["'`][\w-]{1,80}["'`]\s*,\s*)((?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`)(?:\s*\+\s*(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`)){0,60})/g
const part = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`/g

/**
 * Every package's descriptions; what npm does not give is passed over.
 * @throws where `npm run corpus` has kept no list: weights made without them flag servers that these do not
 */
export function packagesTexts(cache: string, wanted: readonly string[]): PackageTexts[] {
  const lists = join(cache, 'lists')
  if (!existsSync(lists) || readdirSync(lists).length === 0) {
    throw new Error(
      `${lists} has no lists of servers. Run "npm run corpus" first: it asks them and keeps what they say.`,
    )
  }
  const kept = join(cache, 'packages')
  mkdirSync(kept, { recursive: true })
  const missing = wanted.filter((one) => !existsSync(fileOf(kept, one)))
  for (let at = 0; at < missing.length; at += atATime) {
    const some = missing.slice(at, at + atATime)
    fetchInto(kept, some)
    for (const one of some) {
      const tarball = join(kept, tarballOf(one))
      // One that is not to be had stops the others that were asked for with it.
      if (!existsSync(tarball)) fetchInto(kept, [one])
      if (existsSync(tarball))
        writeFileSync(fileOf(kept, one), JSON.stringify(textsIn(readFileSync(tarball))))
    }
  }
  const names = new Set(readdirSync(kept))
  return wanted
    .filter((one) => names.has(nameOf(one)))
    .map((one) => ({
      server: one,
      texts: [
        ...new Set([
          ...(JSON.parse(readFileSync(fileOf(kept, one), 'utf8')) as string[]),
          ...listedTexts(cache, one),
        ]),
      ],
    }))
}

/** What the server listed on the wire, where `npm run corpus` has kept it: some texts stand in no string of its code. */
function listedTexts(cache: string, one: string): string[] {
  const file = fileOf(join(cache, 'lists'), one)
  const found: string[] = []
  if (existsSync(file)) {
    JSON.parse(readFileSync(file, 'utf8'), (_, value: unknown) => {
      if (typeof value === 'string' && isProse(value)) found.push(value)
      return value
    })
  }
  return found
}

function isProse(text: string): boolean {
  return text.split(/\s/).length >= 4 || /[\u3040-\u9fff]{6}/.test(text)
}

function fetchInto(kept: string, packages: readonly string[]): void {
  spawnSync('npm', ['pack', '--silent', '--ignore-scripts', ...packages], { cwd: kept, stdio: 'ignore' })
}

function nameOf(one: string): string {
  return `${one.replace('/', '+')}.json`
}

function fileOf(kept: string, one: string): string {
  return join(kept, nameOf(one))
}

/** As npm names it. */
function tarballOf(one: string): string {
  return `${one
    .replace(/^@/, '')
    .replace('/', '-')
    .replace(/@(?=[^@]*$)/, '-')}.tgz`
}

function textsIn(tarball: Uint8Array): string[] {
  const found = new Set<string>()
  for (const { name, content } of filesIn(gunzipSync(tarball))) {
    if (!/\.[cm]?[jt]s$/.test(name) || name.endsWith('.d.ts') || content.length > MOST_FILE) continue
    for (const { 1: said = '' } of content.toString('utf8').matchAll(literal)) {
      const text = (said.match(part) ?? []).map((one) => unescaped(one.slice(1, -1))).join('')
      if (isProse(text)) found.add(text)
      if (found.size >= MOST_TEXTS) return [...found]
    }
  }
  return [...found]
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', ' '],
  ['r', ''],
])

function unescaped(text: string): string {
  return text
    .replaceAll(/\\u([\da-fA-F]{4})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/\\([^])/g, (_, one: string) => escapes.get(one) ?? one)
    .replaceAll(/\$\{[^}]*\}/g, 'value')
}

function* filesIn(tar: Buffer): Generator<{ name: string; content: Buffer }> {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    const length = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8)
    if (name === '' || Number.isNaN(length)) return
    yield { name, content: tar.subarray(at + 512, at + 512 + length) }
    at += 512 + Math.ceil(length / 512) * 512
  }
}
