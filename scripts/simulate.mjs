// npm run simulate [-- --json]: a simulated year of listed servers, the same with our own network cut, and an exact week.
import { runOnProjectNode } from './run.mjs'

runOnProjectNode(['scripts/simulate/main.ts', ...process.argv.slice(2)])
