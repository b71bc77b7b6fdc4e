// npm run kills [-- --json]: kill -9 again and again during submissions, decisions and notices; is anything lost or doubled?
import { runOnProjectNode } from './run.mjs'

runOnProjectNode(['scripts/kills/main.ts', ...process.argv.slice(2)])
