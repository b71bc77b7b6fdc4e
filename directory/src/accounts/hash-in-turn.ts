import { createTurns } from '../kernel/index.ts'

/** How passwords are stored and compared. */
export interface PasswordHashing {
  hash(password: string): Promise<string>
  verify(pair: { readonly hash: string; readonly password: string }): Promise<boolean>
}

/** Each takes a thread, a tenth of a second of a processor and 32 MiB: a crowd that signs in must not take all of them. */
export const mostHashedAtOnce = 4

/** The same hashing, with at most `mostHashedAtOnce` under way; who comes first goes first. */
export function hashInTurn(passwords: PasswordHashing): PasswordHashing {
  const take = createTurns(mostHashedAtOnce)
  return {
    hash: (password) => take(() => passwords.hash(password)),
    verify: (pair) => take(() => passwords.verify(pair)),
  }
}
