import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { Problem, type AppEnv } from '../kernel/index.ts'
import type { AssetName } from './site.ts'

/** Order matters only for the first, which declares the layers. */
const styles = [
  'layers',
  'tokens',
  'base',
  'shell',
  'controls',
  'surfaces',
  'data',
  'code',
  'review',
  'drafts',
  'print',
]

const folder = join(import.meta.dirname, 'assets')

const contentTypes: Readonly<Record<AssetName, string>> = {
  'app.css': 'text/css; charset=utf-8',
  'app.js': 'text/javascript; charset=utf-8',
  'theme.js': 'text/javascript; charset=utf-8',
  'htmx.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

export interface Assets {
  readonly urls: Readonly<Record<AssetName, string>>
  routes(): Hono<AppEnv>
}

function read(): Readonly<Record<AssetName, string>> {
  const htmx = join(dirname(createRequire(import.meta.url).resolve('htmx.org')), 'htmx.min.js')
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  return {
    'app.css': styles.map((name) => text(`${name}.css`)).join('\n'),
    'app.js': text('app.js'),
    'theme.js': text('theme.js'),
    'htmx.js': readFileSync(htmx, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
    'icon.svg': text('icon.svg'),
  }
}

function names(files: Readonly<Record<AssetName, string>>): AssetName[] {
  return Object.keys(files) as AssetName[]
}

/** Reads and joins the files once. The hash of the content is in the address, so a browser keeps them for a year. */
export function loadAssets(): Assets {
  const files = read()
  const hashes = new Map(
    names(files).map((name) => [name, createHash('sha256').update(files[name]).digest('hex').slice(0, 16)]),
  )
  const urls = Object.fromEntries(
    names(files).map((name) => [name, `/assets/${hashes.get(name)}/${name}`]),
  ) as Record<AssetName, string>
  return { urls, routes: () => assetRoutes(files, hashes) }
}

function assetRoutes(
  files: Readonly<Record<AssetName, string>>,
  hashes: ReadonlyMap<AssetName, string>,
): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  // Only here: on pages, compression would tell the length of what stands beside a form token.
  routes.use('/assets/*', compress())
  routes.get('/assets/:hash/:name', (c) => {
    const name = names(files).find((known) => known === c.req.param('name'))
    if (name === undefined) throw new Problem('not-found', 'There is no such file.')
    const current = hashes.get(name) === c.req.param('hash')
    c.header('content-type', contentTypes[name])
    // A page of an older replica may ask with an older hash: it gets today's file, and asks again next time.
    c.header('cache-control', current ? 'public, max-age=31536000, immutable' : 'no-cache')
    return c.body(files[name])
  })
  return routes
}
