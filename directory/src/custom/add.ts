import { customSlug, serverUrlKey } from '../catalogue/index.ts'
import { inTransaction, Problem, writeAudit, type ListingId, type Viewer } from '../kernel/index.ts'
import { judgePublicUrl } from '../submissions/index.ts'
import { isAllowed } from './allowed.ts'
import type { CustomDependencies } from './custom.ts'
import { checkOf, mostConnectors, type Added, type CustomConnector, type CustomForm } from './model.ts'
import { connectorsOf, insertConnector } from './store.ts'

/** Adds a server by address and asks for its check. Nothing is fetched here: the check and the broker look. */
export async function add(deps: CustomDependencies, viewer: Viewer, form: CustomForm): Promise<Added> {
  if (!(await isAllowed(deps, viewer.organisation))) {
    throw new Problem(
      'not-allowed',
      'Your organisation may not add servers by address here. An operator of this directory can allow it.',
    )
  }
  const { faults, url } = await judge(deps, viewer, form)
  if (url === undefined || Object.keys(faults).length > 0)
    return { kind: 'refused', faults, listed: undefined }
  const listed = await deps.catalogue.publishedAt(url)
  if (listed !== undefined) return { kind: 'refused', faults: { serverUrl: 'listed' }, listed: listed.slug }
  const connector = draft(deps, viewer, { ...form, serverUrl: url })
  const added = await inTransaction(deps.db, async (trx) => {
    const there = await connectorsOf(trx, viewer.organisation)
    if (there.length >= mostConnectors) {
      throw new Problem(
        'too-many',
        `An organisation has at most ${mostConnectors} of them. Remove one first.`,
      )
    }
    const key = serverUrlKey(url)
    if (there.some((one) => one.shared && serverUrlKey(one.serverUrl) === key)) return false
    if (!(await insertConnector(trx, connector))) return false
    await deps.probe.request(trx, checkOf(connector))
    await writeAudit(trx, deps, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'custom.add',
      subject: `connector:${connector.id}`,
      reason: 'A person added a server by its address.',
      detail: { slug: connector.slug, shared: connector.shared },
    })
    return true
  })
  if (added) return { kind: 'added', connector }
  return { kind: 'refused', faults: { serverUrl: 'twice' }, listed: undefined }
}

async function judge(deps: CustomDependencies, viewer: Viewer, form: CustomForm) {
  const name = form.name.trim()
  const judged = judgePublicUrl(form.serverUrl.trim(), deps.config)
  const owner = !form.shared || (await deps.people.isOwner(viewer))
  const faults: Extract<Added, { kind: 'refused' }>['faults'] = {
    ...('fault' in judged && { serverUrl: judged.fault }),
    ...(form.serverUrl.length > 2000 && { serverUrl: 'long-url' as const }),
    ...(name === '' && { name: 'missing-name' as const }),
    ...(Array.from(name).length > 100 && { name: 'long-name' as const }),
    ...(!owner && { shared: 'not-owner' as const }),
  }
  return { faults, url: 'url' in judged ? judged.url : undefined }
}

function draft({ clock, ids }: CustomDependencies, viewer: Viewer, form: CustomForm): CustomConnector {
  const id = ids.next<ListingId>()
  const at = clock.now()
  const name = form.name.trim()
  return {
    id,
    organisation: viewer.organisation,
    person: viewer.person,
    shared: form.shared,
    slug: customSlug(name, id),
    name,
    serverUrl: form.serverUrl,
    attempt: 1,
    checkedFor: viewer.person,
    createdAt: at,
    updatedAt: at,
  }
}
