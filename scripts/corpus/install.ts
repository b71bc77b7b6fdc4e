// Installs a server of the corpus from npm into a folder of its own, with no script of its packages run.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export interface CorpusServer {
  readonly package: string
  readonly version: string
  /** `{home}` stands for the server's own empty folder. */
  readonly arguments?: readonly string[]
  /** Made-up values: servers look whether a key is there long before they use it. */
  readonly environment?: Readonly<Record<string, string>>
}

const installMs = 300_000

/** The folder of one server in one version, as a file name. */
export function nameOf(server: CorpusServer): string {
  return `${server.package.replace('/', '+')}@${server.version}`
}

/** The program to start, or `failed` with the reason. */
export async function install(
  cache: string,
  server: CorpusServer,
): Promise<{ program: string } | { failed: string }> {
  const folder = join(cache, 'servers', nameOf(server))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const failed = await npm(folder, join(cache, 'npm'), `${server.package}@${server.version}`)
  if (failed !== undefined) return { failed }
  const program = programOf(join(folder, 'node_modules', server.package), server)
  return program === undefined ? { failed: 'the package has no program' } : { program }
}

export function uninstall(cache: string, server: CorpusServer): void {
  rmSync(join(cache, 'servers', nameOf(server)), { recursive: true, force: true })
}

/** The program that `npx` would start: the only one, or the one named like the package. */
function programOf(folder: string, server: CorpusServer): string | undefined {
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>
  }
  if (bin === undefined) return undefined
  const file = typeof bin === 'string' ? bin : (bin[basename(server.package)] ?? Object.values(bin)[0])
  return file === undefined ? undefined : join(folder, file)
}

function npm(folder: string, npmCache: string, wanted: string): Promise<string | undefined> {
  const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--no-package-lock']
  const child = spawn('npm', ['install', wanted, ...options, '--cache', npmCache], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: installMs,
  })
  let said = ''
  child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-2_000)))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => {
      const line = said.split('\n').find((text) => text.startsWith('npm error'))
      resolve(code === 0 ? undefined : (line ?? `npm ended with ${code}`))
    })
  })
}
