// npm test [-- FILE…]: sets up, then run-tests.ts does the work on the project's Node.
import { runOnProjectNode } from './run.mjs'

runOnProjectNode(['scripts/run-tests.ts', ...process.argv.slice(2)])
