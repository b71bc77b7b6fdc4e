import { factsOf, formOf, type Listed } from './listed-connector.ts'

/** What organisation A has, by the name of the path parameter that asks for it. */
export interface Belongings {
  readonly listed: Listed
  readonly hidden: { readonly id: string; readonly slug: string; readonly name: string }
  readonly connection: string
  readonly reference: string
  readonly grant: string
  readonly session: string
  readonly registryName: string
  readonly draft: string
  /** A server that Alice added by its address. */
  readonly custom: string
  readonly notice: string
  readonly webhook: string
  /** An offer to somebody else than Bob. */
  readonly transfer: string
  /** What Alice has reported. */
  readonly complaint: string
}

export interface Row {
  /** The path with what belongs to A. */
  readonly path: (belongings: Belongings) => string
  readonly fields?: (belongings: Belongings) => Readonly<Record<string, string | readonly string[]>>
  /** Default 404. A role that B has not is refused before anything is looked for. */
  readonly status?: number
}

const submission = (rest: string) => ({
  path: ({ hidden }: Belongings) => `/submissions/${hidden.id}${rest}`,
})
const draft = (rest: string) => ({
  path: ({ draft: id }: Belongings) => `/submissions/drafts/${id}${rest}`,
})
const transfer = (rest: string) => ({ path: (alices: Belongings) => `/transfers/${alices.transfer}${rest}` })
const testAccount = { accountName: 'ada', accountSecret: 'a secret of Bob' }
const seen = { fields: () => ({ seen: '2' }) }
const console = (rest: string) => ({
  path: ({ hidden }: Belongings) => `/review/${hidden.id}${rest}`,
  status: 403,
})
const connection = (rest: string) => ({
  path: ({ connection: id }: Belongings) => `/connections/${id}${rest}`,
})
const custom = (rest: string) => ({
  path: (alices: Belongings) => `/connections/custom/${alices.custom}${rest}`,
})
const headers = (rest: string) => ({
  path: (alices: Belongings) => `/connections/headers/${alices.custom}${rest}`,
})
const levels = (rest: string) => ({
  path: (alices: Belongings) => `/connections/tools/${alices.custom}${rest}`,
})
const notice = (rest: string) => ({ path: (alices: Belongings) => `/inbox/${alices.notice}${rest}` })
const webhook = (rest: string) => ({
  path: (alices: Belongings) => `/account/notices/webhooks/${alices.webhook}${rest}`,
})
const registry = (rest: string) => ({
  path: ({ registryName }: Belongings) => `/v0.1/servers/${encodeURIComponent(registryName)}/versions${rest}`,
})

/** One row for each route that has a parameter. A new route needs a row here. */
export const rows: Readonly<Record<string, Row | 'belongs to nobody'>> = {
  'GET /submissions/drafts/:draft': draft(''),
  'GET /submissions/drafts/:draft/seen': draft('/seen'),
  'GET /submissions/drafts/:draft/preview': draft('/preview'),
  'GET /submissions/drafts/:draft/:step': draft('/server'),
  'POST /submissions/drafts/:draft/:step': { ...draft('/server'), fields: () => ({ revision: '1' }) },
  'POST /submissions/drafts/:draft/look': draft('/look'),
  'POST /submissions/drafts/:draft/send': { ...draft('/send'), fields: () => ({ revision: '1' }) },
  'POST /submissions/drafts/:draft/discard': draft('/discard'),
  'POST /submissions/drafts/:draft/domain-proof': draft('/domain-proof'),
  'POST /submissions/drafts/:draft/test-account': { ...draft('/test-account'), fields: () => testAccount },
  'POST /submissions/drafts/:draft/test-account/remove': draft('/test-account/remove'),
  'GET /submissions/:id/test-account': submission('/test-account'),
  'POST /submissions/:id/test-account': { ...submission('/test-account'), fields: () => testAccount },
  'POST /submissions/:id/test-account/confirm': submission('/test-account/confirm'),
  'POST /submissions/:id/test-account/remove': submission('/test-account/remove'),
  'POST /review/:id/test-account': console('/test-account'),
  'GET /submissions/:id': submission(''),
  'GET /submissions/:id/live': submission('/live'),
  'GET /submissions/:id/report.json': submission('/report.json?attempt=1'),
  'GET /submissions/:id/edit': submission('/edit'),
  'POST /submissions/:id/edit': {
    ...submission('/edit'),
    fields: () => ({ ...formOf(factsOf('https://mcp.example.com/mcp', 'https://example.com')), seen: '2' }),
  },
  'GET /submissions/:id/update': submission('/update'),
  'POST /submissions/:id/update': {
    ...submission('/update'),
    fields: () => ({ ...formOf(factsOf('https://mcp.example.com/mcp', 'https://example.com')), seen: '2' }),
  },
  'POST /submissions/:id/replies': { ...submission('/replies'), fields: () => ({ text: 'Hello.' }) },
  'POST /submissions/:id/appeal': {
    ...submission('/appeal'),
    fields: () => ({ seen: '2', text: 'It is mine, is it not?' }),
  },
  'POST /submissions/:id/again': { ...submission('/again'), ...seen },
  'POST /submissions/:id/check': { ...submission('/check'), ...seen },
  'POST /submissions/:id/publish': { ...submission('/publish'), ...seen },
  'POST /submissions/:id/withdraw': { ...submission('/withdraw'), ...seen },
  'GET /submissions/:id/proof': submission('/proof'),
  'POST /submissions/:id/proof': { ...submission('/proof'), fields: () => ({ report: 'a.b.c' }) },
  'GET /review/:id': console(''),
  'POST /review/:id/claim': console('/claim'),
  'POST /review/:id/give-back': console('/give-back'),
  'POST /review/:id/appeal': { ...console('/appeal'), ...seen },
  'POST /review/:id/replies': { ...console('/replies'), fields: () => ({ message: 'Hello.' }) },
  'POST /review/:id/decisions': {
    ...console('/decisions'),
    fields: () => ({ seen: '2', decision: 'approve', lookedAt: ['login', 'call'] }),
  },
  'POST /review/:id/waivers': {
    ...console('/waivers'),
    fields: () => ({ seen: '2', rule: 'DOC-06', reason: 'Because I say so.', expires: '2099-01-01' }),
  },
  'POST /review/:id/check': { ...console('/check'), ...seen },
  'GET /inbox/:id': notice(''),
  'POST /inbox/:id/read': notice('/read'),
  'POST /inbox/:id/unread': notice('/unread'),
  'GET /account/notices/webhooks/:id': webhook(''),
  'POST /account/notices/webhooks/:id/secret': webhook('/secret'),
  'POST /account/notices/webhooks/:id/test': webhook('/test'),
  'POST /account/notices/webhooks/:id/rotate': webhook('/rotate'),
  'POST /account/notices/webhooks/:id/on': webhook('/on'),
  'POST /account/notices/webhooks/:id/remove': webhook('/remove'),
  // Links in mails; the tests of notices open one of somebody else.
  'GET /account/notices/address/:token': { path: () => '/account/notices/address/unknown' },
  'POST /account/notices/address/:token': { path: () => '/account/notices/address/unknown' },
  'GET /feeds/:token': { path: () => '/feeds/unknown' },
  'POST /holds/:id/release': {
    path: ({ hidden }) => `/holds/${hidden.id}/release`,
    fields: () => ({ reason: 'Because I say so.' }),
    status: 403,
  },
  // A session is no token, whoever has it.
  'POST /api/v1/holds/:id/release': {
    path: ({ hidden }) => `/api/v1/holds/${hidden.id}/release`,
    fields: () => ({ reason: 'Because I say so.' }),
    status: 401,
  },
  'POST /api/v1/connections/:id/disconnect': {
    path: ({ connection }) => `/api/v1/connections/${connection}/disconnect`,
    status: 401,
  },
  'GET /connections/:id/disconnect': connection('/disconnect'),
  'POST /connections/:id/disconnect': connection('/disconnect'),
  'GET /connections/trace/:reference': { path: ({ reference }) => `/connections/trace/${reference}` },
  'GET /connectors/:slug/reliability': { path: ({ listed }) => `/connectors/${listed.slug}/reliability` },
  'POST /connectors/:slug/reliability/objections': {
    path: ({ listed }) => `/connectors/${listed.slug}/reliability/objections`,
    fields: () => ({ seen: '0', text: 'Because I say so.' }),
  },
  'POST /connectors/:slug/reliability/orders': {
    path: ({ listed }) => `/connectors/${listed.slug}/reliability/orders`,
    fields: () => ({ seen: '0', name: 'restore', reason: 'Because I say so.' }),
    status: 403,
  },
  'GET /connectors/:slug/upkeep': { path: ({ listed }) => `/connectors/${listed.slug}/upkeep` },
  'GET /connectors/:slug/changes': { path: ({ listed }) => `/connectors/${listed.slug}/changes` },
  'GET /connectors/:slug/ownership': { path: ({ listed }) => `/connectors/${listed.slug}/ownership` },
  'POST /connectors/:slug/ownership/removal': {
    path: ({ listed }) => `/connectors/${listed.slug}/ownership/removal`,
    fields: () => ({ reason: 'Because I say so.' }),
  },
  'GET /policy/simulations/:id': {
    path: ({ hidden }) => `/policy/simulations/${hidden.id}`,
    status: 403,
  },
  'GET /policy/simulations/:id/results.csv': {
    path: ({ hidden }) => `/policy/simulations/${hidden.id}/results.csv`,
    status: 403,
  },
  'GET /policy/simulations/:id/results.json': {
    path: ({ hidden }) => `/policy/simulations/${hidden.id}/results.json`,
    status: 403,
  },
  'GET /connectors/:slug/safety': { path: ({ listed }) => `/connectors/${listed.slug}/safety` },
  'POST /connectors/:slug/safety/objections': {
    path: ({ listed }) => `/connectors/${listed.slug}/safety/objections`,
    fields: () => ({ seen: '0', text: 'Because I say so.' }),
  },
  'POST /connectors/:slug/safety/orders': {
    path: ({ listed }) => `/connectors/${listed.slug}/safety/orders`,
    fields: () => ({ seen: '0', name: 'quarantine', reason: 'Because I say so.' }),
    status: 403,
  },
  'GET /api/v1/safety/:slug': { path: ({ listed }) => `/api/v1/safety/${listed.slug}`, status: 401 },
  'POST /api/v1/safety/:slug/orders': {
    path: ({ listed }) => `/api/v1/safety/${listed.slug}/orders`,
    status: 401,
  },
  'POST /connectors/:slug/ownership/transfers': {
    path: ({ listed }) => `/connectors/${listed.slug}/ownership/transfers`,
    fields: () => ({ email: 'bob@people.example' }),
  },
  'GET /transfers/:id': transfer(''),
  'POST /transfers/:id/answers': {
    ...transfer('/answers'),
    fields: () => ({ answer: 'accepted', text: '' }),
  },
  'POST /transfers/:id/proof': transfer('/proof'),
  'GET /connectors/:slug/complain': { path: ({ hidden }) => `/connectors/${hidden.slug}/complain` },
  'POST /connectors/:slug/complain': {
    path: ({ hidden }) => `/connectors/${hidden.slug}/complain`,
    fields: () => ({ kind: 'broken', text: 'Because I say so.' }),
  },
  'GET /complaints/:id': { path: ({ complaint }) => `/complaints/${complaint}` },
  'POST /complaints/:id/decisions': {
    path: ({ complaint }) => `/complaints/${complaint}/decisions`,
    fields: () => ({ outcome: 'no-action', seen: '1', answer: 'Because I say so.' }),
  },
  'GET /api/v1/complaints/:id': { path: ({ complaint }) => `/api/v1/complaints/${complaint}`, status: 401 },
  'POST /api/v1/complaints/:id/decisions': {
    path: ({ complaint }) => `/api/v1/complaints/${complaint}/decisions`,
    status: 401,
  },
  'GET /connectors/:slug/icon': { path: ({ listed }) => `/connectors/${listed.slug}/icon` },
  'POST /connectors/:slug/icon': {
    path: ({ listed }) => `/connectors/${listed.slug}/icon`,
    fields: () => ({ iconUrl: 'https://other.example/icon.png' }),
  },
  'GET /dashboard/:slug': { path: ({ listed }) => `/dashboard/${listed.slug}` },
  'GET /dashboard/:slug/versions': { path: ({ listed }) => `/dashboard/${listed.slug}/versions` },
  // What was never listed is not there for anybody.
  'GET /connectors/:slug/badge.svg': { path: ({ hidden }) => `/connectors/${hidden.slug}/badge.svg` },
  'GET /icons/:digest/:file': 'belongs to nobody',
  'GET /connect/:slug': { path: ({ hidden }) => `/connect/${hidden.slug}` },
  'POST /connect/:slug': { path: ({ hidden }) => `/connect/${hidden.slug}` },
  'GET /connections/custom/:slug': custom(''),
  'GET /connections/custom/:slug/live': custom('/live'),
  'POST /connections/custom/:slug/check': custom('/check'),
  'GET /connections/custom/:slug/remove': custom('/remove'),
  'POST /connections/custom/:slug/remove': custom('/remove'),
  'GET /connections/headers/:slug': headers(''),
  'POST /connections/headers/:slug': { ...headers(''), fields: () => ({ name: 'x-key', value: 'k' }) },
  'POST /connections/headers/:slug/remove': { ...headers('/remove'), fields: () => ({ name: 'x-key' }) },
  'GET /connections/tools/:slug': levels(''),
  'POST /connections/tools/:slug': { ...levels(''), fields: () => ({ of: 'me', 'me-all': 'ask' }) },
  'POST /connections/tools/:slug/allow': { ...levels('/allow'), fields: () => ({ tool: 'x' }) },
  'GET /api/v1/connections/:id/tools': {
    path: ({ connection }) => `/api/v1/connections/${connection}/tools`,
    status: 401,
  },
  'POST /api/v1/connections/:id/tools': {
    path: ({ connection }) => `/api/v1/connections/${connection}/tools`,
    status: 401,
  },
  'GET /connectors/:slug': { path: ({ hidden }) => `/connectors/${hidden.slug}` },
  'GET /connectors/:slug/report': { path: ({ hidden }) => `/connectors/${hidden.slug}/report` },
  'GET /api/v1/connectors/:slug': { path: ({ hidden }) => `/api/v1/connectors/${hidden.slug}` },
  'GET /api/v1/changes/:slug': { path: ({ hidden }) => `/api/v1/changes/${hidden.slug}` },
  'GET /api/v1/health/:slug': { path: ({ hidden }) => `/api/v1/health/${hidden.slug}` },
  'GET /v0.1/servers/:serverName/versions': registry(''),
  'GET /v0.1/servers/:serverName/versions/:version': registry('/latest'),
  // Without a token that is all that anybody learns; the test of tokens goes on from here.
  'ALL /c/:slug/mcp': { path: ({ hidden }) => `/c/${hidden.slug}/mcp`, status: 401 },
  // A publisher tries an unlisted server with a client, which reads this before it has a token.
  'GET /.well-known/oauth-protected-resource/c/:slug/mcp': 'belongs to nobody',
  'GET /assets/:hash/:name': 'belongs to nobody',
  'GET /operator/:token': 'belongs to nobody',
  'POST /operator/:token': 'belongs to nobody',
  // The interaction's cookie is in the browser that began it; tests of the authorization module hold that.
  'GET /authorize/:uid': 'belongs to nobody',
  'POST /authorize/:uid': 'belongs to nobody',
}
