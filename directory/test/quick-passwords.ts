import { scryptSync, timingSafeEqual } from 'node:crypto'
import type { PasswordHashing } from '../src/accounts/index.ts'

const bytes = 32
const cost = { N: 16 }

/** The library's own hashing takes a tenth of a second of processor for each of the hundreds of sign-ins of a test run. */
export const quickPasswords: PasswordHashing = {
  async hash(password) {
    return scryptSync(password, 'salt', bytes, cost).toString('hex')
  },
  async verify({ hash, password }) {
    return timingSafeEqual(Buffer.from(hash, 'hex'), scryptSync(password, 'salt', bytes, cost))
  },
}
