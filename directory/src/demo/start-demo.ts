import type { App } from '../app.ts'
import type { InstanceRole, Viewer } from '../kernel/index.ts'
import { inTransaction } from '../kernel/index.ts'
import { demoFacts } from './demo-facts.ts'
import { readDemoFile, writeDemoFile, type DemoFile } from './demo-file.ts'
import { startDemoServers } from './demo-servers.ts'
import { welcome } from './welcome.ts'
import { walk } from './walk.ts'

export interface Demo {
  /** What to print once the address is open. */
  readonly welcome: string
  stop(): Promise<void>
}

export const demoEmail = (role: keyof DemoFile['passwords']) => `${role}@demo.example`

const tokenHours = 24

/** Starts the demo's servers and people; the first start walks the servers through submission, check and review. */
export async function startDemo(app: App): Promise<Demo> {
  const remembered = readDemoFile(app.config.dataDir)
  const servers = await startDemoServers(app.config, remembered.ports)
  writeDemoFile(app.config.dataDir, { ...remembered, ports: servers.ports })
  const { passwords } = remembered
  const publisher = await person(app, 'publisher', 'Paula Publisher', passwords.publisher)
  const reviewer = await person(app, 'reviewer', 'Rita Reviewer', passwords.reviewer, [
    'reviewer',
    'operator',
  ])
  const user = await person(app, 'user', 'Uwe User', passwords.user)
  await walk(app, { publisher, reviewer, facts: demoFacts(servers) })
  return {
    welcome: welcome({
      address: app.config.publicUrl,
      passwords,
      endpoint: app.gateway.endpoint('world-clock'),
      token: await clockToken(app, user),
    }),
    stop: () => servers.stop(),
  }
}

async function person(
  app: App,
  role: keyof DemoFile['passwords'],
  name: string,
  password: string,
  roles: readonly InstanceRole[] = [],
): Promise<Viewer> {
  const email = demoEmail(role)
  const known = await app.accounts.personByEmail(email)
  const signedIn =
    known === undefined
      ? await app.accounts.signUp({ name, email, password })
      : await app.accounts.signIn({ email, password })
  const missing = roles.filter((wanted) => !signedIn.viewer.roles.has(wanted))
  await inTransaction(app.db, async (trx) => {
    for (const wanted of missing) {
      await app.accounts.grantRole(
        trx,
        signedIn.viewer.person,
        wanted,
        { kind: 'system', name: 'demo' },
        'demo',
      )
    }
  })
  return { ...signedIn.viewer, roles: new Set([...signedIn.viewer.roles, ...roles]) }
}

/** Connects the demo's user to the clock, once, and makes a token for the command that the welcome prints. */
async function clockToken(app: App, user: Viewer): Promise<string> {
  const listing = await app.catalogue.bySlug('world-clock')
  if (listing === undefined) throw new Error('The demo clock is not listed.')
  const key = { person: user.person, organisation: user.organisation, listing: listing.id }
  if ((await app.connections.find(key)) === undefined) {
    const outcome = await app.connections.begin(user, listing.slug)
    if (outcome.kind !== 'connected') throw new Error(`The demo's user was not connected: ${outcome.kind}.`)
  }
  const endpoint = app.gateway.endpoint(listing.slug).href
  const { token } = await app.authorization.issueToken({
    viewer: user,
    endpoint,
    hours: tokenHours,
    name: 'npm start',
  })
  return token
}
