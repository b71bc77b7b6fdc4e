import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, lstatSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultSource } from '../src/kernel/postgres/binaries.ts'

/** What embedded-child.ts prints. */
export interface Answer {
  readonly connectionString?: string
  readonly adopted?: boolean
  readonly said?: readonly string[]
  readonly refused?: string
}

export interface EmbeddedProcess extends AsyncDisposable {
  readonly answer: Answer
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Starts embedded-child.ts and waits for its one line. It ends with the test, whatever the test found. */
export async function embeddedProcess(
  wish: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<EmbeddedProcess> {
  const program = join(import.meta.dirname, 'embedded-child.ts')
  const child = spawn(process.execPath, ['--conditions=connectory-source', program, JSON.stringify(wish)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await exited
  }
  const line = await firstLine(child)
  return { answer: JSON.parse(line) as Answer, end, [Symbol.asyncDispose]: () => end('SIGTERM') }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString()
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    child.once('exit', (code) => reject(new Error(`The child ended with ${code} and without a line.`)))
  })
}

/** A folder of this mode that is gone at the end. */
export function folder(mode: number): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'connectory-embedded-'))
  chmodSync(path, mode)
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** The programs as npm unpacks them, without the links that its install script would make. */
export function unpackedPrograms(to: string): string {
  const { packaged } = defaultSource()
  if (packaged === undefined) throw new Error('The package with PostgreSQL is not installed.')
  const copy = join(to, 'native')
  cpSync(packaged, copy, {
    recursive: true,
    filter: (path) => !path.endsWith('.a') && !lstatSync(path).isSymbolicLink(),
  })
  return copy
}
