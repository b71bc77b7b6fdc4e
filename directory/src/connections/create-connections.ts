import { OpenAPIHono } from '@hono/zod-openapi'
import { buildClientMetadataDocument } from '@connectory/wire'
import { Problem, type AppEnv, type Viewer } from '../kernel/index.ts'
import { createAccess } from './access.ts'
import { connectionsApi } from './api.ts'
import {
  callbackOf,
  clientMetadataPath,
  clientMetadataUrl,
  connectPath,
  signingClientPath,
} from './addresses.ts'
import { deleteAttemptsBefore } from './attempt-store.ts'
import { begin } from './begin.ts'
import { createConnectionMemory } from './connection-memory.ts'
import { callback } from './callback.ts'
import { findOrMakePublicKey } from './client-key-store.ts'
import type { Connections, ConnectionsDependencies } from './connections.ts'
import { forgetConnector } from './forget-connector.ts'
import { disconnect } from './disconnect.ts'
import type { Reference, Trace, TraceSummary } from './model.ts'
import { createFailureNotes } from './note-failure.ts'
import { noteRefusal } from './note-refusal.ts'
import { connectionPages } from './pages/index.tsx'
import { unansweredSignIn } from './start-over.ts'
import { headersFor } from './headers-for.ts'
import { createMarkUsed } from './mark-used.ts'
import { allowForAWhile, setLevels, shownLevels } from './set-levels.ts'
import { createToolLevel } from './tool-level.ts'
import { shareHeader, sharedHeaders, unshareHeader } from './share-header.ts'
import { listStaticClients, removeStaticClient, setStaticClient } from './static-client.ts'
import { countPeople, connectionsOf, standingOf } from './store.ts'
import { tellPeople, tellRest } from './tell-people.ts'
import { deleteTracesBefore, lastFailure, loadTrace, newestTraces } from './trace-store.ts'

const day = 24 * 3_600_000
const tracesKeptMs = 90 * day

export function createConnections(deps: ConnectionsDependencies): Connections {
  const memory = createConnectionMemory(deps)
  const changing = <Result>(change: Promise<Result>): Promise<Result> =>
    change.finally(() => memory.changed())
  const verbs: Omit<Connections, 'routes'> = {
    begin: (viewer, slug, options) => changing(begin(deps, viewer, slug, options)),
    unanswered: (key) => unansweredSignIn(deps, key),
    callback: (viewer, address) => changing(callback(deps, viewer, address)),
    othersOf: (listing, publisher) => countPeople(deps.db, listing, publisher),
    peopleOf: (listing, trx = deps.db) => countPeople(trx, listing),
    list: ({ person, organisation }) => connectionsOf(deps.db, person, organisation),
    find: (key) => memory.find(key),
    standing: (ids) => standingOf(deps.db, ids),
    access: createAccess(deps, memory),
    refused: (id, refusal) => changing(noteRefusal(deps, id, refusal)),
    noteFailure: createFailureNotes(deps),
    lastFailure: (key) => lastFailure(deps.db, key),
    markUsed: createMarkUsed(deps),
    disconnect: (viewer, id) => disconnect({ ...deps, memory }, viewer, id),
    forget: (trx, listing) => changing(forgetConnector(trx, listing)),
    headersFor: (at, serverUrl) => headersFor(deps, at, serverUrl),
    sharedHeaders: (viewer, slug) => sharedHeaders(deps, viewer, slug),
    shareHeader: (viewer, slug, given) => changing(shareHeader(deps, viewer, slug, given)),
    unshareHeader: (viewer, slug, name) => changing(unshareHeader(deps, viewer, slug, name)),
    level: createToolLevel(deps),
    levels: (viewer, slug, also) => shownLevels(deps, viewer, slug, also),
    setLevels: (viewer, slug, change) => changing(setLevels(deps, viewer, slug, change)),
    allowForAWhile: (viewer, slug, tool) => changing(allowForAWhile(deps, viewer, slug, tool)),
    setStaticClient: (viewer, client) => changing(setStaticClient(deps, viewer, client)),
    staticClients: (viewer) => listStaticClients(deps, viewer),
    removeStaticClient: (viewer, id) => changing(removeStaticClient(deps, viewer, id)),
    trace: (viewer, reference) => traceFor(deps, viewer, reference),
    recentTraces: (viewer) => recentTraces(deps, viewer),
    connectPath,
    tellPeople: (trx, fate) => tellPeople(deps, trx, fate),
    tellRest: () => tellRest(deps),
    tidy: () => tidy(deps),
  }
  return {
    ...verbs,
    routes(access) {
      const routes = new OpenAPIHono<AppEnv>()
      routes.get(clientMetadataPath, (c) => c.json(ourMetadata(deps.config, clientMetadataPath)))
      routes.get(signingClientPath, async (c) => {
        const keys = [await findOrMakePublicKey(deps)]
        return c.json(ourMetadata(deps.config, signingClientPath, keys))
      })
      if (access !== undefined) routes.route('/', connectionsApi(deps, verbs, access))
      return routes.route('/', connectionPages(deps, verbs))
    },
  }
}

async function traceFor(
  { db }: ConnectionsDependencies,
  viewer: Viewer,
  reference: Reference,
): Promise<Trace> {
  const trace = await loadTrace(db, reference)
  const own = trace?.person === viewer.person && trace.organisation === viewer.organisation
  if (trace === undefined || (!own && !viewer.roles.has('operator'))) {
    throw new Problem('not-found', 'There is nothing with this reference that you can see.')
  }
  return trace
}

async function recentTraces(
  { db }: ConnectionsDependencies,
  viewer: Viewer,
): Promise<readonly TraceSummary[]> {
  if (!viewer.roles.has('operator')) {
    throw new Problem('not-allowed', 'Only an operator of this directory sees the sign-ins of others.')
  }
  return await newestTraces(db, 50)
}

async function tidy({ db, clock }: ConnectionsDependencies): Promise<void> {
  const now = clock.now().getTime()
  await deleteAttemptsBefore(db, new Date(now - day))
  await deleteTracesBefore(db, new Date(now - tracesKeptMs))
}

/** @throws Problem not-found on plain http, where the document could not be a client_id */
function ourMetadata(
  config: ConnectionsDependencies['config'],
  path: string,
  keys?: readonly object[],
): object {
  const clientId = clientMetadataUrl(config, path)
  if (clientId === undefined) {
    throw new Problem(
      'not-found',
      'This directory runs without https, so it has no client metadata document.',
    )
  }
  return buildClientMetadataDocument({
    clientId,
    clientName: config.instanceName,
    redirectUris: [callbackOf(config)],
    clientUri: config.publicUrl.origin,
    ...(keys !== undefined && { keys }),
  })
}
