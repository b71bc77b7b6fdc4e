import { acceptReport, openReport } from './accept-report.ts'
import { addKey } from './add-key.ts'
import { domainProofOf } from './domain-store.ts'
import { proofRoutes } from './pages/index.tsx'
import type { Proofs, ProofsDependencies } from './proofs.ts'
import { proveDomain } from './prove-domain.ts'
import { revokeKey } from './revoke-key.ts'
import { keysInUse } from './store.ts'

export function createProofs(deps: ProofsDependencies): Proofs {
  const proofs: Proofs = {
    keysOf: (viewer) => keysInUse(deps.db, viewer.organisation),
    addKey: (viewer, given) => addKey(deps, viewer, given),
    revokeKey: (viewer, id) => revokeKey(deps, viewer, id),
    accept: (viewer, submission, signed) => acceptReport(deps, viewer, submission, signed),
    open: async (viewer, signed) => (await openReport(deps, viewer, signed)).report,
    proveDomain: (viewer, serverUrl) => proveDomain(deps, viewer, serverUrl),
    domainProof: (organisation, serverUrl) =>
      domainProofOf(deps.db, { organisation, origin: new URL(serverUrl).origin }),
    routes: () => proofRoutes({ proofs, submissions: deps.submissions }),
  }
  return proofs
}
