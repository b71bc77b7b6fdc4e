import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import { callbackOf } from './addresses.ts'
import type { ConnectionsDependencies } from './connections.ts'
import type { RegistrationId, StaticClient } from './model.ts'
import { insertRegistration, retireStaticClients } from './registration-store.ts'

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'vault' | 'config' | 'catalogue'>

/** Keeps the client that a server's owner gave to this directory's operator; it replaces the earlier one. */
export async function setStaticClient(deps: Deps, viewer: Viewer, given: StaticClient): Promise<void> {
  if (!viewer.roles.has('operator')) {
    throw new Problem('not-allowed', 'Only an operator of this directory may enter a client for a connector.')
  }
  const endpoint = await deps.catalogue.endpointOf(given.slug)
  if (endpoint === undefined) throw new Problem('not-found', `There is no connector "${given.slug}".`)
  const identity = parseGiven(given)
  const at = deps.clock.now()
  await inTransaction(deps.db, async (trx) => {
    await retireStaticClients(trx, endpoint.listing, at)
    await insertRegistration(trx, deps.vault, {
      id: deps.ids.next<RegistrationId>(),
      issuer: given.issuer,
      callback: callbackOf(deps.config),
      kind: 'static',
      listing: endpoint.listing,
      identity,
      at,
    })
    await writeAudit(trx, deps, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'connections.set-static-client',
      subject: `listing:${endpoint.listing}`,
      reason: 'An operator entered the client that the server knows us by.',
      detail: { issuer: given.issuer, authMethod: identity.token_endpoint_auth_method },
    })
  })
}

function parseGiven(given: StaticClient) {
  const fields: Record<string, string> = {}
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
