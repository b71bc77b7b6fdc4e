import {
  Problem,
  writeAudit,
  type Actor,
  type Database,
  type InstanceRole,
  type PersonId,
} from '../kernel/index.ts'
import type { AccountsContext } from './create-accounts.ts'
import { findPerson, insertRole } from './store.ts'

/** Gives a role of the instance and writes who did it and why; nothing happens when the person has it already. */
export async function grantRole(
  { clock, ids }: Pick<AccountsContext, 'clock' | 'ids'>,
  trx: Database,
  grant: {
    readonly person: PersonId
    readonly role: InstanceRole
    readonly by: Actor
    readonly reason?: string | undefined
  },
): Promise<void> {
  const { person, role, by, reason = `The role "${role}" was granted.` } = grant
  const found = await findPerson(trx, { id: person })
  if (found === undefined) throw new Problem('not-found', 'There is no such person to give a role to.')
  if (!(await insertRole(trx, person, role, clock.now()))) return
  await writeAudit(
    trx,
    { clock, ids },
    {
      organisation: found.organisation,
      actor: by,
      action: 'accounts.grant-role',
      subject: `person:${person}`,
      reason,
      detail: { role },
    },
  )
}
