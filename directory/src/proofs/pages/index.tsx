import { Hono, type Context } from 'hono'
import { parseId, Problem, requireViewer, type AppEnv, type SubmissionId } from '../../kernel/index.ts'
import { flash, paths, render, seeOther, textIn } from '../../web/index.ts'
import { ProofRefused } from '../model.ts'
import type { Proofs, ProofsDependencies, SigningKeyId } from '../proofs.ts'
import { KeysPage } from './keys-page.tsx'
import { ProofPage } from './proof-page.tsx'

interface PageDependencies extends Pick<ProofsDependencies, 'submissions'> {
  readonly proofs: Proofs
}

/** Pages of publishers. Every one needs somebody who is signed in. */
export function proofRoutes(deps: PageDependencies): Hono<AppEnv> {
  const { proofs } = deps
  const app = new Hono<AppEnv>()
  app.get(paths.signingKeys, (c) => showKeys(c, deps))
  app.post(paths.signingKeys, (c) => addKey(c, deps))
  app.post(`${paths.signingKeys}/remove`, async (c) => {
    const viewer = requireViewer(c)
    const id = parseId<SigningKeyId>(textIn((await c.req.parseBody())['signingKey']))
    if (id === undefined) throw new Problem('not-found', 'There is no such key.')
    await proofs.revokeKey(viewer, id)
    flash(c, 'good', 'proofs.keys.removed')
    return seeOther(c, paths.signingKeys)
  })
  app.get(`${paths.submissions}/:id/proof`, (c) => showProof(c, deps))
  app.post(`${paths.submissions}/:id/proof`, (c) => sendProof(c, deps))
  return app
}

async function showKeys(
  c: Context<AppEnv>,
  { proofs }: PageDependencies,
  form = { name: '', publicKey: '' },
  errors: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const keys = await proofs.keysOf(requireViewer(c))
  const wrong = Object.keys(errors).length > 0
  return await render(c, <KeysPage keys={keys} form={form} errors={errors} />, wrong ? 422 : 200)
}

async function addKey(c: Context<AppEnv>, deps: PageDependencies): Promise<Response> {
  const body = await c.req.parseBody()
  const form = { name: textIn(body['name']), publicKey: textIn(body['publicKey']) }
  try {
    await deps.proofs.addKey(requireViewer(c), form)
  } catch (error) {
    const errors = error instanceof Problem ? keyErrors(error, c) : {}
    if (Object.keys(errors).length === 0) throw error
    // A private key is not sent back: it would be in one more place.
    const secret = error instanceof Problem && error.fields['publicKey'] === 'private'
    return await showKeys(c, deps, secret ? { ...form, publicKey: '' } : form, errors)
  }
  flash(c, 'good', 'proofs.keys.added-done')
  return seeOther(c, paths.signingKeys)
}

function keyErrors({ code, fields }: Problem, c: Context<AppEnv>): Readonly<Record<string, string>> {
  const t = c.get('t')
  if (code === 'too-many') return { publicKey: t('proofs.keys.too-many') }
  const { name, publicKey } = fields
  return {
    ...(name === undefined ? {} : { name: t('proofs.keys.name-bad') }),
    ...(publicKey === 'private' ? { publicKey: t('proofs.keys.public-private') } : {}),
    ...(publicKey === 'no-key' ? { publicKey: t('proofs.keys.public-no-key') } : {}),
    ...(publicKey === 'exists' ? { publicKey: t('proofs.keys.public-exists') } : {}),
  }
}

async function showProof(
  c: Context<AppEnv>,
  { proofs, submissions }: PageDependencies,
  errors: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const viewer = requireViewer(c)
  const view = await submissions.view(viewer, submissionId(c))
  const hasKey = (await proofs.keysOf(viewer)).length > 0
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return await render(c, <ProofPage view={view} hasKey={hasKey} errors={errors} />, status)
}

async function sendProof(c: Context<AppEnv>, deps: PageDependencies): Promise<Response> {
  const viewer = requireViewer(c)
  const id = submissionId(c)
  const t = c.get('t')
  const { report } = await c.req.parseBody()
  const signed = report instanceof File ? await report.text() : (report ?? '')
  if (typeof signed !== 'string' || signed.trim() === '') {
    return await showProof(c, deps, { report: t('proofs.proof.none') })
  }
  try {
    const { tools } = await deps.proofs.accept(viewer, id, signed)
    flash(c, 'good', 'proofs.proof.done', { count: tools })
  } catch (error) {
    if (!(error instanceof ProofRefused)) throw error
    return await showProof(c, deps, { report: t(`proofs.fault.${error.fault}`, error.params) })
  }
  return seeOther(c, `${paths.submissions}/${id}`)
}

function submissionId(c: Context<AppEnv>): SubmissionId {
  const id = parseId<SubmissionId>(c.req.param('id') ?? '')
  if (id === undefined) throw new Problem('not-found', 'There is no such submission.')
  return id
}
