import { Hono, type Context } from 'hono'
import { parseId, Problem, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, paths, render, seeOther, textIn } from '../../web/index.ts'
import { transferAnswers } from '../answer.ts'
import { findTransfer, sidesOf } from '../move.ts'
import type { Ownership, OwnershipDependencies } from '../ownership.ts'
import { transferOrder } from '../prove.ts'
import type { TransferId } from '../transfer.ts'
import { transfersFor } from '../transfer-store.ts'
import { TransferPage, type SentAnswer } from './transfer-page.tsx'
import { TransfersPage } from './transfers-page.tsx'

type PageContext = Context<AppEnv>

export function transferPages(deps: OwnershipDependencies, ownership: Ownership): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(paths.transfers, (c) => list(c, deps))
    .get(`${paths.transfers}/:id`, (c) => show(c, deps))
    .post(`${paths.transfers}/:id/answers`, (c) => sendAnswer(c, deps, ownership))
    .post(`${paths.transfers}/:id/proof`, (c) => sendProof(c, deps, ownership))
}

function idIn(c: PageContext): TransferId {
  const id = parseId<TransferId>(c.req.param('id'))
  if (id === undefined) throw new Problem('not-found', 'There is no such offer.')
  return id
}

async function list(c: PageContext, deps: OwnershipDependencies): Promise<Response> {
  const { organisation, roles } = requireViewer(c)
  const rows = await transfersFor(deps.db, { organisation, operator: roles.has('operator') })
  const endpoints = await deps.catalogue.endpointsOf([...new Set(rows.map(({ listing }) => listing))])
  const names = new Map(endpoints.map(({ listing, name }) => [listing, name]))
  return await render(c, <TransfersPage rows={rows} names={names} own={organisation} />)
}

async function show(c: PageContext, deps: OwnershipDependencies, sent?: SentAnswer): Promise<Response> {
  const viewer = requireViewer(c)
  const transfer = await findTransfer(deps.db, viewer, idIn(c))
  const { listing: id, from, to } = transfer.state
  const [listing, version, names, owner] = await Promise.all([
    deps.catalogue.byId(id),
    deps.catalogue.shownVersion(id),
    deps.people.namesOf([from, to]),
    deps.people.isOwner(viewer),
  ])
  if (listing === undefined || version === undefined) throw new Error('An offer of what was never listed.')
  const sides = sidesOf(viewer, transfer).filter((side) => side === 'operator' || owner)
  const order = transferOrder(transfer.id, listing.serverUrl)
  const between = { from: names.get(from) ?? '–', to: names.get(to) ?? '–' }
  const page = <TransferPage {...{ transfer, listing, name: version.name, between, sides, order, sent }} />
  return await render(c, page, sent === undefined ? 200 : 422)
}

async function sendAnswer(
  c: PageContext,
  deps: OwnershipDependencies,
  ownership: Ownership,
): Promise<Response> {
  const body = await c.req.parseBody()
  const name = transferAnswers.find((one) => one === textIn(body['answer']))
  if (name === undefined) throw new Problem('invalid-input', 'Choose what to answer.')
  const text = textIn(body['text'])
  try {
    await ownership.answer(requireViewer(c), idIn(c), { name, text })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
    return await show(c, deps, { name, text, error: c.get('t')('ownership.fault.text') })
  }
  return toTransfer(c)
}

async function sendProof(
  c: PageContext,
  deps: OwnershipDependencies,
  ownership: Ownership,
): Promise<Response> {
  try {
    await ownership.prove(requireViewer(c), idIn(c))
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
    return await show(c, deps, { name: 'proof', text: '', error: c.get('t')('ownership.fault.proof') })
  }
  return toTransfer(c)
}

function toTransfer(c: PageContext): Response {
  flash(c, 'good', 'ownership.transfer.moved')
  return seeOther(c, `${paths.transfers}/${idIn(c)}`)
}
