/**
 * The connectors that are listed: their slugs, versions and tools, the search over them, their pages and the public
 * registry API. A listing is born when a submission reserves it and is shown when a review publishes a version of it.
 * Knows nothing of submissions, reviews, connections or calls.
 */
export { createCatalogue } from './create-catalogue.ts'
export type {
  Catalogue,
  CatalogueDependencies,
  HandOver,
  NewRestriction,
  NewStanding,
  Publication,
  Reservation,
  SearchQuery,
  SearchResult,
} from './catalogue.ts'
export {
  categories,
  isFor,
  isOpen,
  mayConnect,
  surfaces,
  type AuthType,
  type Category,
  type Connector,
  type ConnectorState,
  type Endpoint,
  type HintCounts,
  type Json,
  type FormerName,
  type Listing,
  type Alike,
  type ListingCard,
  type ListingPreview,
  type ListingState,
  type ListingVersion,
  type Removal,
  type Remover,
  type ReportSummary,
  type Restriction,
  type RevisionFacts,
  type Surface,
  type Tool,
} from './model.ts'
export type { GoneBecause, Fate } from './fate.ts'
export { shownState, type ShownState } from './shown-state.ts'
export { gatewayEndpoint, mergedEndpoint } from './gateway-endpoint.ts'
export { countHints, effectOf, hintsOf, titleOf, type ToolHints } from './hints.ts'
export { canonical } from './tool-digest.ts'
export { customPrefix, customSlug } from './slug.ts'
export { countsOf } from './counts-of.ts'
export { findConcerned } from './find-concerned.ts'
export { named } from './named.ts'
export { toolsOf } from './tools-of.ts'
export { compareVersions, type Compared } from './compare-versions.ts'
export { fieldChanges, type FieldChange } from './field-changes.ts'
export { FieldChanges } from './pages/field-changes.tsx'
export { VersionChanges } from './pages/version-changes.tsx'
export { ClientSnippets } from './pages/client-snippets.tsx'
export { ListingIcon } from './pages/listing-icon.tsx'
export { ReportFindings } from './pages/report.tsx'
export { ConnectorPreview } from './pages/connector.tsx'
export { RemovedNote } from './pages/tombstone.tsx'
export { Tools } from './pages/tools.tsx'
export { surfacesOf } from './surfaces.ts'
export { nameAlike } from './alike.ts'
export { CountBadges } from './pages/verdict.tsx'
export { serverUrlKey } from './server-url-key.ts'
export { termsOf, wordsOfName } from './words.ts'
export {
  anchorsOf,
  numbersOf,
  OneFinding,
  placeOf,
  QuietFindings,
  RuleFindings,
  RuleWords,
  someRules,
  UnseenByReason,
} from './pages/findings.tsx'
