import type { Viewer } from '../directory/src/kernel/index.ts'
import type { Sent } from './browser-person.ts'
import type { Product } from './product.ts'

interface People {
  readonly publisher: Viewer
  readonly reviewer: Viewer
  readonly operator: Viewer
  /** A connector of the publisher. */
  readonly slug: string
}

type Row = Sent & { readonly path?: string }

/** Good and bad requests for each path that wants a token; each is answered in all of these ways. */
export async function guardedRequests(
  { app }: Product,
  { publisher, reviewer, operator, slug }: People,
): Promise<Readonly<Record<string, { readonly rows: readonly Row[]; readonly answers: readonly number[] }>>> {
  const tokenFor = async (viewer: Viewer, endpoint: string) => {
    const { token } = await app.authorization.issueToken({ viewer, endpoint, hours: 1 })
    return { headers: { authorization: `Bearer ${token}` } }
  }
  const { egress, holds, holdsAccess, connections, connectionsAccess, safety, safetyAccess } = app
  const look = await tokenFor(publisher, egress.reachResource)
  const [anybody, staff, ruler] = await Promise.all(
    [publisher, reviewer, operator].map((viewer) => tokenFor(viewer, holdsAccess.resource)),
  )
  const [mine, others] = await Promise.all(
    [publisher, reviewer].map((viewer) => tokenFor(viewer, connectionsAccess.resource)),
  )
  const [concerned, decider, sender] = await Promise.all(
    [publisher, reviewer, operator].map((viewer) => tokenFor(viewer, safetyAccess.resource)),
  )
  const complaint = await safety.complain(operator, slug, { kind: 'broken', text: 'A test.' })
  const complains = JSON.stringify({ connector: slug, kind: 'broken', text: 'A test.' })
  const closes = '{"outcome":"no-action","seen":1,"answer":"A test."}'
  await connections.begin(publisher, slug)
  const [connection] = await connections.list(publisher)
  const old = await holds.stop(operator, { kind: 'publisher', slug, tool: null, reason: 'A test.' })
  const tool = JSON.stringify({ kind: 'tool', connector: slug, tool: 'x', reason: 'A test.' })
  const unsafe = '{"name":"quarantine","seen":0,"reason":"A test."}'
  const mended = '{"reason":"Mended."}'
  return {
    '/api/v1/reach': {
      rows: [
        { ...look, body: '{"url":"http://127.0.0.1:9/mcp"}' },
        { ...look, body: '{"url":"nothing"}' },
        { ...look, body: '{}' },
        { body: '{"url":"https://mcp.example.com/mcp"}' },
      ],
      answers: [200, 401, 422],
    },
    '/api/v1/connections': {
      rows: [
        { ...mine, method: 'GET' },
        { ...others, method: 'GET' },
        { ...look, method: 'GET' },
        { method: 'GET' },
      ],
      answers: [200, 401],
    },
    '/api/v1/connections/{id}/tools': {
      rows: [
        { ...mine, method: 'GET' },
        { ...others, method: 'GET' },
        { method: 'GET' },
        { ...mine, body: '{"of":"me","tool":"x","rule":"ask"}' },
        { ...mine, body: '{"of":"organisation","rule":"unset"}' },
        { ...mine, body: '{"of":"me","tool":"","rule":"ask"}' },
        { ...mine, body: '{"of":"me","rule":"never"}' },
        { ...others, body: '{"of":"me","rule":"ask"}' },
      ].map((row) => ({ ...row, path: `/api/v1/connections/${connection?.id}/tools` })),
      answers: [200, 401, 404, 422],
    },
    '/api/v1/connections/{id}/disconnect': {
      rows: [{}, others, mine, mine].map((row) => ({
        ...row,
        method: 'POST',
        path: `/api/v1/connections/${connection?.id}/disconnect`,
      })),
      answers: [200, 401, 404],
    },
    '/api/v1/complaints': {
      rows: [
        { ...decider, body: complains },
        { ...decider, body: complains },
        { ...concerned, body: complains },
        { ...decider, body: '{"connector":"no-such-connector","kind":"broken","text":"A test."}' },
        { ...sender, body: '{"connector":"","kind":"none","text":""}' },
        { ...decider, method: 'GET' },
        { body: complains },
      ],
      answers: [200, 401, 403, 404, 409, 422],
    },
    '/api/v1/complaints/{id}': {
      rows: [decider, concerned, {}].map((row) => ({
        ...row,
        method: 'GET',
        path: `/api/v1/complaints/${complaint}`,
      })),
      answers: [200, 401, 404],
    },
    '/api/v1/complaints/{id}/decisions': {
      rows: [
        { ...sender, body: closes },
        { ...concerned, body: closes },
        { ...decider, body: '{"outcome":"no-action","seen":1}' },
        { ...decider, body: closes },
        { ...decider, body: closes },
        { body: closes },
      ].map((row) => ({ ...row, path: `/api/v1/complaints/${complaint}/decisions` })),
      answers: [200, 401, 403, 404, 409, 422],
    },
    '/api/v1/vulnerabilities': {
      rows: [
        { body: '{"details":"A test.","contact":"finder@example.net"}' },
        { body: '{"details":"","contact":"","connector":"no-such-connector"}' },
      ],
      answers: [200, 422],
    },
    '/api/v1/safety': {
      rows: [
        { ...decider, method: 'GET' },
        { ...concerned, method: 'GET' },
        { ...look, method: 'GET' },
      ],
      answers: [200, 401, 403],
    },
    '/api/v1/safety/{slug}': {
      rows: [
        { ...concerned, method: 'GET', path: `/api/v1/safety/${slug}` },
        { ...decider, method: 'GET', path: '/api/v1/safety/no-such-connector' },
        { method: 'GET' },
      ],
      answers: [200, 401, 404],
    },
    '/api/v1/safety/{slug}/orders': {
      rows: [
        { ...concerned, body: unsafe },
        { ...decider, body: '{"name":"quarantine","seen":0,"reason":""}' },
        { ...decider, body: unsafe },
        { ...decider, body: unsafe },
        { ...decider, body: unsafe, path: '/api/v1/safety/no-such-connector/orders' },
        { ...decider, body: '{"name":"release","seen":1,"reason":"A test."}' },
        { body: unsafe },
      ].map((row) => ({ path: `/api/v1/safety/${slug}/orders`, ...row })),
      answers: [200, 401, 403, 404, 409, 422],
    },
    '/api/v1/holds': {
      rows: [
        { ...ruler, body: tool },
        { ...ruler, body: '{"kind":"tool","connector":"no-such-connector","reason":""}' },
        { ...staff, body: tool },
        { ...look, body: tool },
        { ...staff, method: 'GET' },
        { ...anybody, method: 'GET' },
        { method: 'GET' },
      ],
      answers: [200, 401, 403, 422],
    },
    '/api/v1/holds/{id}/release': {
      rows: [
        { ...staff, body: mended },
        { ...ruler, body: '{"reason":""}' },
        { ...ruler, body: mended },
        { ...ruler, body: mended },
        { body: mended },
      ].map((row) => ({ ...row, path: `/api/v1/holds/${old.id}/release` })),
      answers: [200, 401, 403, 404, 422],
    },
  }
}
