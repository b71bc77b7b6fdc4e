import { Problem, type Clock, type Database } from '../kernel/index.ts'

type AttemptTables = {
  sign_in_attempt: { key: string; attempts: number; window_ends_at: Date }
}

const windowMinutes = 15

/** How many attempts one e-mail, and one network address, have in a window. */
export const attemptLimits = { email: 10, address: 60 } as const

/**
 * Counts one attempt per key, in the database so that every replica counts together; a hash stands for the e-mail and
 * the address. Counted before the password is looked at: parallel guesses do not slip through.
 * @param what as the refusal names it
 * @throws Problem too-many with the minutes that are left
 */
export async function countAttempt(
  db: Database,
  clock: Clock,
  keys: readonly { readonly key: string; readonly most: number }[],
  what = 'attempts to sign in',
): Promise<void> {
  const now = clock.now()
  const ends = new Date(now.getTime() + windowMinutes * 60_000)
  for (const { key, most } of keys) {
    const row = await db
      .withTables<AttemptTables>()
      .insertInto('sign_in_attempt')
      .values({ key, attempts: 1, window_ends_at: ends })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({
          attempts: eb
            .case()
            .when('sign_in_attempt.window_ends_at', '<=', now)
            .then(1)
            .else(eb('sign_in_attempt.attempts', '+', 1))
            .end(),
          window_ends_at: eb
            .case()
            .when('sign_in_attempt.window_ends_at', '<=', now)
            .then(ends)
            .else(eb.ref('sign_in_attempt.window_ends_at'))
            .end(),
        })),
      )
      .returning(['attempts', 'window_ends_at'])
      .executeTakeFirstOrThrow()
    if (row.attempts > most) throw tooMany(what, row.window_ends_at.getTime() - now.getTime())
  }
}

function tooMany(what: string, leftMs: number): Problem {
  const minutes = Math.max(1, Math.ceil(leftMs / 60_000))
  return new Problem('too-many', `Too many ${what}. Try again in ${minutes} min.`, {
    fields: { minutes: String(minutes) },
  })
}

/** After a good password: a person who mistyped twice starts afresh. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.withTables<AttemptTables>().deleteFrom('sign_in_attempt').where('key', '=', key).execute()
}

export async function deleteOldAttempts(db: Database, clock: Clock): Promise<void> {
  const tables = db.withTables<AttemptTables>()
  await tables.deleteFrom('sign_in_attempt').where('window_ends_at', '<', clock.now()).execute()
}
