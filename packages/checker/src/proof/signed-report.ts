/**
 * A report that its author signed: a compact JWS (RFC 7515) over the JSON of the report. It proves that whoever holds
 * the key vouches for this report; a directory that knows the key as a publisher's takes it as the publisher's word.
 */
import { compactVerify, CompactSign, decodeProtectedHeader, importJWK } from 'jose'
import { InvalidInput } from '../invalid-input.ts'
import { reportSchema, type Report } from '../report.ts'
import { publicPart, signingAlgorithm, thumbprintOf } from './signing-key.ts'
import type { PrivateSigningKey, PublicSigningKey } from './signing-key.ts'

/** RFC 7515 section 4.1.9: what kind of thing was signed, so that a signature for one use is none for another. */
const type = 'connectory-report+jws'

/**
 * Signs what a directory needs of a report. The exchanges and the list of tools stay at home: a directory looks by
 * itself.
 * @returns the compact serialisation, one line
 */
export async function signReport(report: Report, key: PrivateSigningKey): Promise<string> {
  const { tools: _, ...rest } = report
  const payload = new TextEncoder().encode(JSON.stringify({ ...rest, exchanges: [] }))
  return await new CompactSign(payload)
    .setProtectedHeader({ alg: signingAlgorithm, typ: type, kid: await thumbprintOf(key) })
    .sign(await importJWK(key, signingAlgorithm))
}

/**
 * The name of the key that a signed report claims to be signed with, before anything is verified.
 * @throws InvalidInput when this is no signed report at all
 */
export function claimedKey(text: string): string {
  const { typ, alg, kid } = headerOf(text.trim())
  if (typ !== type || alg !== signingAlgorithm || kid === undefined) throw new InvalidInput(notSigned)
  return kid
}

/**
 * The report, when its signature was made with this key.
 * @throws InvalidInput with a sentence for the person who gave the file
 */
export async function openSignedReport(text: string, key: PublicSigningKey): Promise<Report> {
  claimedKey(text)
  const payload = await verified(text.trim(), key)
  try {
    return reportSchema.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch {
    throw new InvalidInput('What was signed is no report that this version can read. Update connectory.')
  }
}

async function verified(text: string, key: PublicSigningKey): Promise<Uint8Array> {
  try {
    const opened = await compactVerify(text, await importJWK(publicPart(key), signingAlgorithm), {
      algorithms: [signingAlgorithm],
    })
    return opened.payload
  } catch {
    throw new InvalidInput(
      'The signature does not fit: the file was changed after it was signed, or it was signed with another key.',
    )
  }
}

const notSigned =
  'This is no signed report. Make one with: connectory check URL --sign report.jws --key key.json'

function headerOf(text: string): { readonly typ?: string; readonly alg?: string; readonly kid?: string } {
  try {
    return decodeProtectedHeader(text)
  } catch {
    throw new InvalidInput(notSigned)
  }
}
