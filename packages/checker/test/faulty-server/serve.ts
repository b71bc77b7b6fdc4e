/**
 * Starts the exemplary server with faults, to try the checker on it by hand:
 * `./node_modules/.bin/node packages/checker/test/faulty-server/serve.ts [--eras both|modern|legacy] [--port N] [FAULT…]`;
 * without a fault it is the clean one, with --list it names them all.
 */
import { parseArgs } from 'node:util'
import { readFaults } from './faults.ts'
import { startServer } from './start.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    eras: { type: 'string', default: 'both' },
    port: { type: 'string', default: '0' },
    list: { type: 'boolean', default: false },
  },
})
const all = await readFaults()
const { eras, list } = values
const unknown = positionals.find((id) => !all.some((fault) => fault.id === id))

if (list) {
  for (const { id, rule, title } of all) console.log(`${id.padEnd(34)} ${rule.padEnd(8)} ${title}`)
} else if (unknown !== undefined) {
  console.error(`There is no fault ${unknown}; --list names them all.`)
  process.exitCode = 2
} else if (eras !== 'both' && eras !== 'modern' && eras !== 'legacy') {
  console.error('--eras is both, modern or legacy.')
  process.exitCode = 2
} else {
  const faults = all.filter(({ id }) => positionals.includes(id))
  const server = await startServer({ eras, faults, port: Number(values.port) })
  for (const { rule, title } of faults) console.log(`${rule}: ${title}`)
  console.log(`connectory check --allow-loopback ${server.url}`)
}
