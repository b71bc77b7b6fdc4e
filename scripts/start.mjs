// npm start: the product with demo servers and demo accounts, on loopback.
import { runProduct } from './run.mjs'

runProduct(['demo'])
