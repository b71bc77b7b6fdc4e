import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { bundledCommand } from '../../../test/bundled-command.ts'
import { listen, serverWithTools } from '../test/run-connectory.ts'

const home = join(import.meta.dirname, '..')
const action = readFileSync(join(home, 'action.yml'), 'utf8')
const goodTool = {
  name: 'read_note',
  description: 'Reads one note of the notebook by its number.',
  inputSchema: { type: 'object', properties: {} },
  annotations: { title: 'Read a note', readOnlyHint: true },
}

interface Ran {
  readonly code: number | null
  readonly folder: string
  readonly output: string
  readonly summary: string
  readonly shown: string
}

/** What GitHub does with the action's step: inputs as variables, files for the output and the summary. */
async function runAction(t: TestContext, inputs: Readonly<Record<string, string>>): Promise<Ran> {
  const published = await bundledCommand()
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'connectory-action-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')]
  writeFileSync(output, '')
  writeFileSync(summary, '')
  const env = {
    ...process.env,
    ...Object.fromEntries([...action.matchAll(/^ {8}(INPUT_\w+):/gm)].map(([, name = '']) => [name, ''])),
    INPUT_POLICY: 'faq',
    INPUT_REPORT: 'report.json',
    INPUT_SARIF: 'report.sarif',
    INPUT_FAIL_ON_INCOMPLETE: 'true',
    CONNECTORY: `${process.execPath} ${join(published, 'bin/connectory.mjs')}`,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    ...inputs,
  }
  return await new Promise((resolve) => {
    const child = execFile('bash', [join(home, 'action.sh')], { cwd: folder, env }, (_error, out, err) => {
      const read = (file: string) => readFileSync(file, 'utf8')
      resolve({
        code: child.exitCode,
        folder,
        output: read(output),
        summary: read(summary),
        shown: out + err,
      })
    })
  })
}

test('every input of the action reaches its script, and no input stands in a command', () => {
  const declared = action.slice(action.indexOf('\ninputs:'), action.indexOf('\noutputs:'))
  const inputs = [...declared.matchAll(/^ {2}([a-z-]+):/gm)].map(([, name = '']) => name)
  assert.ok(inputs.length > 5)
  for (const name of inputs) assert.match(action, new RegExp(`: .*\\$\\{\\{ inputs\\.${name} \\}\\}`), name)
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  assert.match(action, new RegExp(`default: ${version}\n`))
  const [, command = ''] = /^ {6}run: (.*)$/m.exec(action) ?? []
  assert.ok(command)
  assert.doesNotMatch(command, /\$\{\{/)
})

test('the action of a blocked server fails, with a verdict, a summary and two reports', async (t) => {
  const server = serverWithTools([{ ...goodTool, annotations: { title: 'Read a note' } }])
  t.after(() => server.close())
  const ran = await runAction(t, {
    INPUT_URL: await listen(server),
    INPUT_ARGUMENTS: '--allow-loopback\n',
    INPUT_ONLY: 'TOOL-*',
  })
  assert.equal(ran.code, 1, ran.shown)
  assert.equal(ran.output, 'verdict=blocked\n')
  assert.match(ran.summary, /TOOL-01/)
  assert.match(readFileSync(join(ran.folder, 'report.json'), 'utf8'), /"verdict": "blocked"/)
  assert.match(readFileSync(join(ran.folder, 'report.sarif'), 'utf8'), /"2\.1\.0"/)
})

test('the action passes a good list of tools, and a check that could not look only when that was asked for', async (t) => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'connectory-tools-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const tools = join(folder, 'tools.json')
  writeFileSync(tools, JSON.stringify({ tools: [goodTool] }))
  const good = await runAction(t, { INPUT_TOOLS: tools, INPUT_ONLY: 'TOOL-*' })
  assert.equal(good.code, 0, good.shown)
  assert.equal(good.output, 'verdict=ready\n')

  const nobody = { INPUT_URL: 'http://127.0.0.1:9/mcp', INPUT_ARGUMENTS: '--allow-loopback' }
  const strict = await runAction(t, nobody)
  assert.equal(strict.code, 3, strict.shown)
  assert.equal(strict.output, 'verdict=incomplete\n')
  const lenient = await runAction(t, { ...nobody, INPUT_FAIL_ON_INCOMPLETE: 'false' })
  assert.equal(lenient.code, 0, lenient.shown)
})

test('an option that does not exist fails the action with the words of the command', async (t) => {
  const ran = await runAction(t, {
    INPUT_URL: 'https://mcp.example.com/mcp',
    INPUT_ARGUMENTS: '--frobnicate',
  })
  assert.equal(ran.code, 2)
  assert.match(ran.shown, /frobnicate/)
  assert.equal(ran.output, '')
})
