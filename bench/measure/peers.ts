import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Programs that others use for a part of what the command does; installed beside the bench, never with the product. */
const packages = {
  '@modelcontextprotocol/inspector': '2.12.0',
  '@anthropic-ai/mcpb': '2.1.2',
}

export interface Peers {
  /** Options for Node that list the tools of a server with the MCP Inspector's command. */
  inspector(url: string): readonly string[]
  /** Options for Node that validate a bundle's manifest with mcpb. */
  mcpb(manifest: string): readonly string[]
  readonly versions: Readonly<Record<string, string>>
  /** MiB on disk, everything that came along included. */
  readonly sizes: Readonly<Record<string, number>>
}

/** Installs the peers of the check. */
export function installPeers(): Peers {
  const homes = Object.entries(packages).map(([name, version]) => [name, install(name, version)] as const)
  const [inspector = '', mcpb = ''] = homes.map(([name, home]) => join(home, 'node_modules', name))
  return {
    inspector: (url) => [
      join(inspector, 'clients/launcher/build/index.js'),
      '--cli',
      url,
      '--transport',
      'http',
      '--method',
      'tools/list',
    ],
    mcpb: (manifest) => [join(mcpb, 'dist/cli/cli.js'), 'validate', manifest],
    versions: packages,
    sizes: Object.fromEntries(homes.map(([name, home]) => [name, sizeOf(home)])),
  }
}

const cache = join(import.meta.dirname, '../../node_modules/.cache/bench-peers')

/** Installs a peer once into a folder of its own under node_modules/.cache; needs the registry the first time. */
export function install(name: string, version: string): string {
  const home = join(cache, `${name.replaceAll('/', '+')}@${version}`)
  if (existsSync(join(home, 'node_modules', name))) return home
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`],
    { cwd: home, encoding: 'utf8', shell: process.platform === 'win32' },
  )
  if (status !== 0) throw new Error(`${name}@${version} could not be installed:\n${stderr}`)
  return home
}

/** MiB of all files in a folder. */
export function sizeOf(folder: string): number {
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  return bytes / 1024 / 1024
}

/** As small as mcpb accepts. */
export const exampleManifest = {
  manifest_version: '0.3',
  name: 'example',
  version: '1.0.0',
  description: 'An example.',
  author: { name: 'Example' },
  server: {
    type: 'node',
    entry_point: 'server.js',
    mcp_config: { command: 'node', args: ['${__dirname}/server.js'] },
  },
}
