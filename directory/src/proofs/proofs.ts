import type { Hono } from 'hono'
import type { PublicSigningKey, Report } from '@connectory/checker'
import type { SafeFetch } from '@connectory/wire'
import type {
  AppEnv,
  Clock,
  Database,
  Id,
  Ids,
  OrganisationId,
  PersonId,
  SubmissionId,
  Viewer,
} from '../kernel/index.ts'
import type { Probe } from '../probe/index.ts'
import type { Proof, Submissions } from '../submissions/index.ts'
import type { ProofPlace } from './proof-order.ts'

export type SigningKeyId = Id<'SigningKey'>

export interface SigningKey {
  readonly id: SigningKeyId
  readonly organisation: OrganisationId
  /** RFC 7638 */
  readonly thumbprint: string
  readonly publicKey: PublicSigningKey
  readonly name: string
  readonly addedBy: PersonId
  readonly addedAt: Date
}

export interface ProofsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly submissions: Pick<Submissions, 'view' | 'load' | 'record'>
  readonly probe: Pick<Probe, 'report'>
  readonly config: { readonly allowLoopback: boolean }
  readonly fetch: SafeFetch
  /** TXT records of a name; none when there are none or nobody answers. */
  textRecords(name: string): Promise<readonly string[]>
}

/** Where and when an organisation was seen to have the site of a server. */
export interface DomainProof {
  readonly place: ProofPlace
  readonly at: Date
}

export interface Proofs {
  /** Keys in use of the viewer's organisation, newest first. */
  keysOf(viewer: Viewer): Promise<readonly SigningKey[]>
  /** @throws Problem invalid-input (fields `publicKey`, `name`) | already-exists | too-many */
  addKey(viewer: Viewer, given: { readonly name: string; readonly publicKey: string }): Promise<SigningKey>
  /** @throws Problem not-found */
  revokeKey(viewer: Viewer, id: SigningKeyId): Promise<void>
  /**
   * Takes a signed report as proof for the current revision.
   * @throws ProofRefused with what is wrong with the file; Problem not-found | not-allowed | conflict
   */
  accept(viewer: Viewer, submission: SubmissionId, signed: string): Promise<Proof>
  /** Opens a report that the viewer's organisation has signed. @throws ProofRefused */
  open(viewer: Viewer, signed: string): Promise<Report>
  /** Looks for the proof that the viewer's organisation has the site of this server. @throws Problem too-many */
  proveDomain(viewer: Viewer, serverUrl: string): Promise<DomainProof | undefined>
  domainProof(organisation: OrganisationId, serverUrl: string): Promise<DomainProof | undefined>
  routes(): Hono<AppEnv>
}
