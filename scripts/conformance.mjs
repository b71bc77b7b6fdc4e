// npm run conformance [-- --json]: what the official suite says of a server directly and through our gateway.
import { runOnProjectNode } from './run.mjs'

runOnProjectNode(['scripts/conformance/main.ts', ...process.argv.slice(2)])
