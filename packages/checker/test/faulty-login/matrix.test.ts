import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import type { Finding, Report } from '../../src/index.ts'
import { rules } from '../../src/rules.ts'
import { checked } from '../servers.ts'
import type { Change, Fault } from './fault.ts'
import { faults } from './faults.ts'
import { startPair } from './pair.ts'
import { person } from './person.ts'

const callbackUrl = 'https://directory.example/oauth/callback'

/** A real check of a pair, with a person or with the token of a test account where the scope allows it. */
async function judged(
  change: Change,
  more: NonNullable<Fault['scopes']> = [],
  byPerson = false,
): Promise<Report> {
  await using pair = await startPair(change)
  const scopes = ['passive', ...more] as const
  const login = byPerson ? { signIn: person('allow', { twice: true }) } : { token: pair.issueToken() }
  return await checked(pair.mcpUrl, {
    scopes,
    callbackUrl,
    now: pair.now,
    ...(more.includes('login') && login),
  })
}

const cleanReports = new Map<string, Promise<Report>>()

function clean(scopes: Fault['scopes'] = [], byPerson = false): Promise<Report> {
  const key = [...scopes, byPerson].join(' ')
  const report = cleanReports.get(key) ?? judged({}, scopes, byPerson)
  cleanReports.set(key, report)
  return report
}

const seen = ({ outcome }: Finding) => outcome === 'fail' || outcome === 'needs-human'
const named = ({ rule, case: name, outcome, level }: Finding) => `${rule} ${name} ${outcome} ${level}`

for (const [scopes, byPerson] of [
  [[], false],
  [['login'], false],
  [['login'], true],
] as const) {
  const how = `${scopes.join(' ')}${byPerson ? ' of a person' : ''}`
  test(`the clean pair raises nothing at reject or must in the scope passive ${how}`, async () => {
    const { findings, verdict } = await clean(scopes, byPerson)
    const heavy = findings.filter(({ level }) => level === 'reject' || level === 'must')
    assert.deepEqual(heavy.filter(seen).map(named), [])
    assert.deepEqual(
      heavy
        .filter(({ reason }) => reason === 'could-not-look')
        .map(({ rule, message }) => `${rule}: ${message}`),
      [],
    )
    assert.equal(verdict, 'ready')
  })
}

for (const {
  id,
  raises,
  case: name,
  level,
  outcome = 'fail',
  scopes = [],
  person: byPerson,
  change,
} of faults) {
  test(`${id} is named by ${raises} (${name}) and by no other rule`, async () => {
    const report = await judged(change, scopes, byPerson)
    const raised = report.findings.filter(({ rule }) => rule === raises).filter(seen)
    assert.ok(raised.length > 0, `${raises} did not see it.`)
    assert.deepEqual([...new Set(raised.map(named))], [`${raises} ${name} ${outcome} ${level}`])
    const before = new Set((await clean(scopes, byPerson)).findings.filter(seen).map(({ rule }) => rule))
    const others = report.findings.filter(({ rule }) => rule !== raises && !before.has(rule))
    assert.deepEqual(others.filter(seen).map(named), [])
  })
}

test('every file of faults/ is one fault of the list, named by its id, and raises a rule that there is', async () => {
  const files = readdirSync(fileURLToPath(new URL('faults', import.meta.url))).filter((file) =>
    file.endsWith('.ts'),
  )
  assert.equal(files.length, faults.length)
  for (const file of files) {
    const { fault } = (await import(`./faults/${file}`)) as { fault: Fault }
    assert.equal(`${fault.id}.ts`, file)
    assert.ok(faults.includes(fault), `${file} is not in faults.ts`)
    const rule = rules.find((each) => each.id === fault.raises)
    assert.ok(rule && fault.case in rule.text.en.cases, `${fault.raises} has no case ${fault.case}`)
  }
})
