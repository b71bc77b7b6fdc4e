// npm run serve: the production start. Another role can follow: npm run serve -- work
import { runProduct } from './run.mjs'

runProduct(process.argv.length > 2 ? [] : ['all'])
