import { InvalidInput, parsePublicKey, thumbprintOf, type PublicSigningKey } from '@connectory/checker'
import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import type { ProofsDependencies, SigningKey, SigningKeyId } from './proofs.ts'
import { insertKey, keysInUse } from './store.ts'

const MOST_KEYS = 20
const MOST_NAME = 80

/** @throws Problem invalid-input (fields `publicKey`, `name`) | already-exists | too-many */
export async function addKey(
  { db, clock, ids }: ProofsDependencies,
  viewer: Viewer,
  given: { readonly name: string; readonly publicKey: string },
): Promise<SigningKey> {
  const name = given.name.trim()
  if (name === '' || Array.from(name).length > MOST_NAME) {
    throw new Problem('invalid-input', `Give the key a name of 1 to ${MOST_NAME} characters.`, {
      fields: { name: 'length' },
    })
  }
  const publicKey = readKey(given.publicKey)
  const key: SigningKey = {
    id: ids.next<SigningKeyId>(),
    organisation: viewer.organisation,
    thumbprint: await thumbprintOf(publicKey),
    publicKey,
    name,
    addedBy: viewer.person,
    addedAt: clock.now(),
  }
  return await inTransaction(db, async (trx) => {
    const there = await keysInUse(trx, viewer.organisation)
    if (there.length >= MOST_KEYS) {
      throw new Problem('too-many', `There are ${MOST_KEYS} keys already. Remove one that is not used.`)
    }
    if (!(await insertKey(trx, key))) {
      throw new Problem('already-exists', 'This key is there already.', { fields: { publicKey: 'exists' } })
    }
    await writeAudit(
      trx,
      { clock, ids },
      {
        organisation: viewer.organisation,
        actor: { kind: 'person', id: viewer.person },
        action: 'proofs.key-added',
        subject: `signing-key:${key.id}`,
        reason: 'A person added a key for signed reports.',
        detail: { thumbprint: key.thumbprint, name },
      },
    )
    return key
  })
}

function readKey(text: string): PublicSigningKey {
  try {
    return parsePublicKey(text)
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const secret = error.message.includes('private')
    throw new Problem('invalid-input', error.message, {
      fields: { publicKey: secret ? 'private' : 'no-key' },
    })
  }
}
