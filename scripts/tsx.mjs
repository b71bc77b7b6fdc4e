// Node strips types from .ts but does not know .tsx; this hook turns our pages' JSX into calls of hono/jsx.
// What a page became is kept by its content, so that the next process starts no compiler.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const { version } = require('esbuild/package.json')
const kept = join(import.meta.dirname, '..', 'node_modules', '.cache', 'pages')

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    const file = fileURLToPath(url)
    return { format: 'module', source: compiled(file, readFileSync(file, 'utf8')), shortCircuit: true }
  },
})

function compiled(file, source) {
  const name = createHash('sha256').update(`${version}\n${file}\n${source}`).digest('hex')
  const path = join(kept, `${name}.js`)
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const code = compile(file, source)
    keep(path, code)
    return code
  }
}

function compile(file, source) {
  const { code } = require('esbuild').transformSync(source, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    format: 'esm',
    target: 'node24',
    sourcefile: file,
    sourcemap: 'inline',
  })
  return code
}

/** Written aside and renamed, because several processes start at once. */
function keep(path, code) {
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(kept, { recursive: true })
    writeFileSync(draft, code)
    renameSync(draft, path)
  } catch {
    // Programs that somebody may not write are compiled at every start.
  }
}
