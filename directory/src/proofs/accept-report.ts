import { claimedKey, InvalidInput, openSignedReport, type Report } from '@connectory/checker'
import { inTransaction, Problem, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { Proof } from '../submissions/index.ts'
import { proofOf, ProofRefused, type ProofFault } from './model.ts'
import type { ProofsDependencies, SigningKey } from './proofs.ts'
import { keysInUse } from './store.ts'

/** @throws ProofRefused; Problem not-found | not-allowed | conflict */
export async function acceptReport(
  deps: ProofsDependencies,
  viewer: Viewer,
  id: SubmissionId,
  signed: string,
): Promise<Proof> {
  const { db, clock, submissions, probe, config } = deps
  const { submission, revision } = await submissions.view(viewer, id)
  if (submission.organisation !== viewer.organisation) {
    throw new Problem('not-allowed', 'Only the publisher of this submission can prove something about it.')
  }
  const { report, key } = await openReport(deps, viewer, signed)
  const own = await probe.report(id, submission.state.attempt)
  const proof = proofOf(report, key.thumbprint, {
    serverUrl: revision.facts.serverUrl,
    allowLoopback: config.allowLoopback,
    now: clock.now(),
    tools: own && namesIn(own.report),
  })
  await inTransaction(db, async (trx) => {
    await submissions.record(trx, await submissions.load(trx, id), {
      event: { name: 'proof-accepted', revision: revision.number, ...proof },
      actor: { kind: 'person', id: viewer.person },
      reason: `A report signed with the key "${key.name}" was accepted.`,
    })
  })
  return proof
}

/** The report, and the key of the organisation that signed it. @throws ProofRefused */
export async function openReport(
  { db }: Pick<ProofsDependencies, 'db'>,
  viewer: Viewer,
  signed: string,
): Promise<{ readonly report: Report; readonly key: SigningKey }> {
  const thumbprint = refusing('not-signed', () => claimedKey(signed))
  const key = (await keysInUse(db, viewer.organisation)).find((each) => each.thumbprint === thumbprint)
  if (key === undefined) throw new ProofRefused('unknown-key', { key: thumbprint })
  return { report: await openSignedReport(signed, key.publicKey).catch(refuse('signature')), key }
}

function namesIn({ tools }: Report): readonly string[] | undefined {
  return tools?.flatMap(({ raw }) => {
    const name = typeof raw === 'object' && raw !== null && 'name' in raw ? raw['name'] : undefined
    return typeof name === 'string' ? [name] : []
  })
}

function refuse(fault: ProofFault): (error: unknown) => never {
  return (error) => {
    throw error instanceof InvalidInput ? new ProofRefused(fault) : error
  }
}

function refusing<Value>(fault: ProofFault, run: () => Value): Value {
  try {
    return run()
  } catch (error) {
    return refuse(fault)(error)
  }
}
