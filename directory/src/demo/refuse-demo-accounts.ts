import type { App } from '../app.ts'
import { demoEmail } from './start-demo.ts'

/** Demo passwords stand in a file; an instance for other people must not have them. Returns the sentence, or nothing. */
export async function refuseDemoAccounts(app: App): Promise<string | undefined> {
  for (const role of ['publisher', 'reviewer', 'user'] as const) {
    if ((await app.accounts.personByEmail(demoEmail(role))) === undefined) continue
    return (
      `This database has demo accounts (${demoEmail(role)}), which "npm start" made. ` +
      'Serve from another DATA_DIR or DATABASE_URL.'
    )
  }
  return undefined
}
