// Fills the cache: each server is installed, read once and removed again; its raw lists stay.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CorpusServer, install, nameOf, uninstall } from './install.ts'
import { type RawLists, readLists, requireIsolation } from './read.ts'

export type Collected = { readonly server: CorpusServer } & (
  | { readonly lists: RawLists }
  | { readonly failed: string }
)

const atATime = 2

/** All servers in the order given. Those in the cache are not started again, unless they failed and `retry`. */
export async function collect(
  cache: string,
  servers: readonly CorpusServer[],
  options: { readonly retry: boolean; readonly say: (line: string) => void },
): Promise<Collected[]> {
  mkdirSync(join(cache, 'lists'), { recursive: true })
  const missing = servers.filter((server) => !isCached(cache, server, options.retry))
  if (missing.length > 0) requireIsolation()
  const worker = async () => {
    for (let server = missing.shift(); server !== undefined; server = missing.shift()) {
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await collectOne(cache, server)
      writeFileSync(fileOf(cache, server), JSON.stringify(outcome))
      options.say(`${nameOf(server)}: ${'failed' in outcome ? outcome.failed : 'read'}`)
    }
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  rmSync(join(cache, 'npm'), { recursive: true, force: true })
  return servers.map((server) => ({ server, ...cached(cache, server) }))
}

async function collectOne(cache: string, server: CorpusServer): Promise<RawLists | { failed: string }> {
  try {
    const installed = await install(cache, server)
    if ('failed' in installed) return { failed: `not installed: ${installed.failed}` }
    return await readLists(cache, server, installed.program)
  } finally {
    uninstall(cache, server)
  }
}

function fileOf(cache: string, server: CorpusServer): string {
  return join(cache, 'lists', `${nameOf(server)}.json`)
}

function isCached(cache: string, server: CorpusServer, retry: boolean): boolean {
  return existsSync(fileOf(cache, server)) && !(retry && 'failed' in cached(cache, server))
}

function cached(cache: string, server: CorpusServer): { lists: RawLists } | { failed: string } {
  const stored = JSON.parse(readFileSync(fileOf(cache, server), 'utf8')) as RawLists | { failed: string }
  return 'failed' in stored ? stored : { lists: stored }
}
