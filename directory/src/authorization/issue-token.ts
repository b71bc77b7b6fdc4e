import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import type { AuthorizationContext } from './create-authorization.ts'
import { signingAlgorithm } from './key-ring.ts'
import { insertGrant, noteToken } from './store.ts'

/** The client that tokens for scripts name. */
export const scriptClient = 'connectory-script'
export const scriptHours = { least: 1, most: 720 } as const

export interface IssueTokenInput {
  readonly viewer: Viewer
  /** The exact gateway endpoint. */
  readonly endpoint: string
  readonly hours: number
  /** What the person recognises it by. */
  readonly name?: string | undefined
}

export interface IssuedToken {
  readonly token: string
  readonly grant: string
  readonly expiresAt: Date
}

export async function issueToken(
  context: AuthorizationContext,
  input: IssueTokenInput,
): Promise<IssuedToken> {
  const { db, clock, issuer, ring } = context
  const { viewer, endpoint, hours } = input
  const name = (input.name ?? '').trim() || 'Script'
  await refuseBadInput(context, { endpoint, hours, name })
  const at = clock.now()
  const expiresAt = new Date(at.getTime() + hours * 3600_000)
  const grant = `script-${randomUUID()}`
  const { signing } = await ring.current()
  const token = await new SignJWT({
    client_id: scriptClient,
    scope: 'mcp',
    organisation: viewer.organisation,
    grant,
    jti: randomUUID(),
  })
    .setProtectedHeader({ alg: signingAlgorithm, typ: 'at+jwt', kid: signing.id })
    .setIssuer(issuer)
    .setSubject(viewer.person)
    .setAudience(endpoint)
    .setIssuedAt(at)
    .setExpirationTime(expiresAt)
    .sign(signing.key)
  await inTransaction(db, async (trx) => {
    await insertGrant(trx, {
      id: grant,
      kind: 'script',
      client: scriptClient,
      clientName: name,
      endpoint,
      scopes: ['mcp'],
      createdAt: at,
      expiresAt,
      person: viewer.person,
      organisation: viewer.organisation,
    })
    await noteToken(trx, grant, at, expiresAt)
    await writeAudit(trx, context, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'authorization.issue-token',
      subject: `grant:${grant}`,
      reason: `Made a token for a script: ${name}.`,
      detail: { endpoint, hours },
    })
  })
  return { token, grant, expiresAt }
}

async function refuseBadInput(
  { endpointAt }: AuthorizationContext,
  { endpoint, hours, name }: { readonly endpoint: string; readonly hours: number; readonly name: string },
): Promise<void> {
  const fields: Record<string, string> = {}
  if (!Number.isInteger(hours) || hours < scriptHours.least || hours > scriptHours.most) {
    fields['hours'] = `A token lasts ${scriptHours.least} to ${scriptHours.most} hours.`
  }
  if (name.length > 80) fields['name'] = 'A name has at most 80 characters.'
  if ((await endpointAt(endpoint)) === undefined) {
    fields['endpoint'] = 'There is no MCP endpoint at this address. Copy it from the page of the connector.'
  }
  if (Object.keys(fields).length > 0) {
    throw new Problem('invalid-input', 'The token could not be made; some fields need another value.', {
      fields,
    })
  }
}
