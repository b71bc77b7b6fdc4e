// npm run agreement [-- --json] [SERVER…]: do the checker and the conformance suite say the same about the same servers?
import { runOnProjectNode } from './run.mjs'

runOnProjectNode(['scripts/agreement/main.ts', ...process.argv.slice(2)])
