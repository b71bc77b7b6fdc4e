import { createHash, randomBytes } from 'node:crypto'

/** The part of an address that nobody can guess: 32 bytes. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of it to find it by. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
