import { inTransaction, Problem, writeAudit, type Database, type Viewer } from '../kernel/index.ts'
import { callbackOf } from './addresses.ts'
import type { ClientIdentity } from './client.ts'
import type { ConnectionsDependencies } from './connections.ts'
import type { RegistrationId, ShownClient, StaticClient } from './model.ts'
import { insertRegistration, retireRegistration } from './registration-store.ts'
import {
  deleteStaticClient,
  lockStaticClient,
  moveConnections,
  staticClients,
} from './static-client-store.ts'

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'vault' | 'config' | 'catalogue'>

/**
 * Keeps the client that a server's owner gave to this directory's operator; it replaces the earlier one of the same
 * people. Under the same client id at the same issuer what was connected goes on with the new secret.
 */
export async function setStaticClient(deps: Deps, viewer: Viewer, given: StaticClient): Promise<void> {
  requireOperator(viewer)
  const identity = parseGiven(given)
  const listing = (await deps.catalogue.endpointOf(given.slug))?.listing
  if (listing === undefined) throw new Problem('not-found', `There is no connector "${given.slug}".`)
  const at = deps.clock.now()
  const id = deps.ids.next<RegistrationId>()
  const organisation = given.organisation ?? null
  const { issuer } = given
  await inTransaction(deps.db, async (trx) => {
    const earlier = await lockStaticClient(trx, deps.vault, { listing, organisation })
    if (earlier !== undefined) await retireRegistration(trx, earlier.id, at)
    await insertRegistration(trx, deps.vault, {
      id,
      issuer,
      callback: callbackOf(deps.config),
      kind: 'static',
      listing,
      organisation,
      identity,
      at,
    })
    if (earlier?.issuer === issuer && earlier.identity.client_id === identity.client_id) {
      await moveConnections(trx, { from: earlier.id, to: id })
    }
    await audit(deps, trx, viewer, {
      action: 'connections.set-static-client',
      subject: `listing:${listing}`,
      reason: 'An operator entered the client that the server knows us by.',
      detail: { issuer, authMethod: identity.token_endpoint_auth_method, organisation },
    })
  })
}

/** Without their secrets. */
export async function listStaticClients(deps: Deps, viewer: Viewer): Promise<readonly ShownClient[]> {
  requireOperator(viewer)
  return await staticClients(deps.db, deps.vault)
}

export async function removeStaticClient(deps: Deps, viewer: Viewer, id: RegistrationId): Promise<void> {
  requireOperator(viewer)
  await inTransaction(deps.db, async (trx) => {
    const listing = await deleteStaticClient(trx, id)
    if (listing === undefined) {
      throw new Problem('not-found', 'There is no such client. It may have been removed already.')
    }
    await audit(deps, trx, viewer, {
      action: 'connections.remove-static-client',
      subject: `listing:${listing}`,
      reason: 'An operator removed the client that the server knew us by.',
    })
  })
}

function requireOperator(viewer: Viewer): void {
  if (viewer.roles.has('operator')) return
  throw new Problem('not-allowed', 'Only an operator of this directory may see and change its clients.')
}

type Entry = Pick<Parameters<typeof writeAudit>[2], 'action' | 'subject' | 'reason' | 'detail'>

async function audit(deps: Deps, trx: Database, viewer: Viewer, entry: Entry): Promise<void> {
  const { organisation, person } = viewer
  await writeAudit(trx, deps, { ...entry, organisation, actor: { kind: 'person', id: person } })
}

function parseGiven(given: StaticClient): ClientIdentity {
  const fields: Record<string, string> = {}
  if (given.slug.trim() === '') fields['slug'] = 'Enter the name of the connector in the address of its page.'
  if (!URL.canParse(given.issuer)) fields['issuer'] = 'Enter the issuer as it stands in its metadata, a URL.'
  if (given.clientId.trim() === '') fields['clientId'] = 'Enter the client id.'
  const method = given.authMethod ?? (given.clientSecret === undefined ? 'none' : 'client_secret_basic')
  if (method !== 'none' && given.clientSecret === undefined) {
    fields['clientSecret'] = `The method ${method} needs a client secret.`
  }
  if (Object.keys(fields).length > 0) {
    throw new Problem('invalid-input', 'The client was not saved; correct the marked fields.', { fields })
  }
  return {
    client_id: given.clientId.trim(),
    token_endpoint_auth_method: method,
    ...(given.clientSecret !== undefined && { client_secret: given.clientSecret }),
  }
}
