import { OpenAPIHono } from '@hono/zod-openapi'
import { createBriefMemory, type AppEnv } from '../kernel/index.ts'
import { connectorsApi } from './api.ts'
import type { Catalogue, CatalogueDependencies } from './catalogue.ts'
import { mayConnect, type Endpoint } from './model.ts'
import { cataloguePages } from './pages/index.tsx'
import { handOver } from './hand-over.ts'
import { publish } from './publish.ts'
import { registryApi } from './registry-api.ts'
import { reserve } from './reserve.ts'
import { restrict } from './restrict.ts'
import { search } from './search.ts'
import {
  claimant,
  endpointBySlug,
  endpointsOfListings,
  listingById,
  listingBySlug,
  listingsByIds,
  lockListing,
  shownVersion,
} from './store.ts'
import { findAlike } from './store-alike.ts'
import { setIcon } from './store-icon.ts'
import { formerNames } from './store-names.ts'
import { everPublished, publishedAfter, publishedOf, versionOf, versionsOf } from './store-published.ts'
import { serverUrlKey } from './server-url-key.ts'
import { toolDigest } from './tool-digest.ts'
import { setStanding } from './set-standing.ts'
import { release, remove, retake } from './remove.ts'

export function createCatalogue(deps: CatalogueDependencies): Catalogue {
  const { db } = deps
  const endpoints = createBriefMemory<Endpoint>()
  const changing = async <Result>(change: Promise<Result>): Promise<Result> => {
    try {
      return await change
    } finally {
      endpoints.clear()
    }
  }
  return {
    reserve: (trx, reservation) => changing(reserve(trx, deps, reservation)),
    release: (trx, change) => changing(release(trx, deps, change)),
    publish: (trx, publication) => changing(publish(trx, deps, publication)),
    restrict: (trx, restriction) => changing(restrict(trx, deps, restriction)),
    setStanding: (trx, standing) => changing(setStanding(trx, deps, standing)),
    retake: (trx, change) => changing(retake(trx, deps, change)),
    remove: (trx, change) => changing(remove(trx, deps, change)),
    handOver: (trx, change) => changing(handOver(trx, deps, change)),
    showIcon: (trx, listing, digest) => setIcon(trx, listing, digest),
    bySlug: (slug) => listingBySlug(db, slug),
    byId: (id, trx = db) => listingById(trx, id),
    lock: (trx, id) => lockListing(trx, id),
    byIds: (ids) => listingsByIds(db, ids),
    formerNames: (id, trx = db) => formerNames(trx, id),
    shownVersion: (id, trx = db) => shownVersion(trx, id),
    version: (id, version) => versionOf(db, id, version),
    versionsOf: (id) => versionsOf(db, id),
    everPublishedBy: (organisation) => everPublished(db, organisation),
    digestOf: toolDigest,
    search: (query) => search(db, query),
    endpointOf: (slug) => endpoints.get(slug, () => endpointBySlug(db, slug)),
    endpointsOf: (listings) => endpointsOfListings(db, listings),
    publishedAfter: (after, most) => publishedAfter(db, after, most),
    publishedOf: (organisation, after, most) => publishedOf(db, organisation, after, most),
    alike: (newcomer) => findAlike(db, newcomer),
    mayConnect,
    async publishedAt(serverUrl) {
      const holder = await claimant(db, serverUrlKey(serverUrl))
      return holder?.state === 'published' ? holder : undefined
    },
    routes: () =>
      new OpenAPIHono<AppEnv>()
        .route('/', connectorsApi(deps))
        .route('/', registryApi(deps))
        .route('/', cataloguePages(deps)),
  }
}
