import { doesNotApply, notRequested, seen, type Evidence } from '../src/evidence/evidence.ts'
import type { OddAnswer } from '../src/evidence/odd-facts.ts'
import type { OddParts } from '../src/evidence/odd-requests.ts'
import type { RawTool } from '../src/evidence/facts.ts'
import { goodTool } from './servers.ts'

type Parts = Evidence['parts']

const formParts = [
  'review',
  'listingText',
  'policyTopics',
  'documentation',
  'terms',
  'processingTerms',
  'account',
  'domains',
  'examplePrompts',
  'statedLimits',
  'availability',
  'fetchGuard',
  'healthData',
  'sponsoredContent',
  'perUserClaims',
  'acknowledged',
  'urlOption',
  'declaredLogin',
  'addressFilter',
  'siteIcon',
  'customIcon',
] as const

/** Evidence on a public server without login that does everything right, but for the parts that are named. */
export function evidence(parts: Partial<Parts> = {}, more: Partial<Evidence> = {}): Evidence {
  const open = doesNotApply('no-login')
  const alone = notRequested('no-submission')
  const uncalled = notRequested('outside-scope', { scope: 'call' })
  const unasked = Object.fromEntries(formParts.map((name) => [name, alone])) as Pick<
    Parts,
    (typeof formParts)[number]
  >
  return {
    target: 'https://mcp.example/mcp',
    loopback: false,
    scopes: ['passive'],
    startedAt: '2026-11-21T08:00:00.000Z',
    durationMs: 900,
    server: {
      era: 'legacy',
      protocolVersion: '2025-11-25',
      serverInfo: { name: 'example', version: '1' },
      authType: 'none',
      toolCount: 1,
      toolList: { estimatedTokens: 60, bytes: 180, characters: 180 },
    },
    exchanges: [],
    ...more,
    parts: {
      url: seen({
        href: 'https://mcp.example/mcp',
        protocol: 'https:',
        hostname: 'mcp.example',
        userinfo: false,
        secretKeys: [],
      }),
      setting: seen({ loopback: false, staticClient: false }),
      addresses: seen({ host: 'mcp.example', addresses: [{ address: '93.184.215.14', kind: 'public' }] }),
      tls: seen({ plain: false, trusted: true, version: 'TLSv1.3', daysLeft: 60 }),
      redirect: seen({ status: 200 }),
      reach: seen({ there: { outcome: 'answered', status: 200 }, addresses: [] }),
      openings: seen({
        initialize: { outcome: 'result', status: 200, protocolVersions: ['2025-11-25'], excerpt: '' },
        legacySse: false,
      }),
      negotiation: seen({ modern: [], legacy: '2025-11-25' }),
      access: seen({ protected: false, status: 200, schemes: [], writers: [] }),
      listing: seen({ pages: 1, count: 1, end: 'complete' }),
      tools: tools(goodTool()),
      instructions: seen({}),
      ...protocol(),
      resource: open,
      issuer: open,
      unknownClient: open,
      badToken: open,
      registration: open,
      consent: open,
      authorizationAnswer: open,
      audience: open,
      refresh: open,
      codeUse: open,
      wrongVerifier: open,
      signedIn: open,
      sessionLogin: open,
      tokenEndpoint: open,
      registrationTries: open,
      authorize: open,
      forgedUser: open,
      queryToken: open,
      loginTimings: open,
      secretAnswers: open,
      privacyPolicy: alone,
      support: alone,
      securityContact: alone,
      calls: uncalled,
      unknownTool: uncalled,
      fingerprints: uncalled,
      impersonation: uncalled,
      requestLimits: uncalled,
      ...oddParts(),
      ...unasked,
      ...parts,
    },
  }
}

/** A server of the earlier era that answers every probe as it should. */
function protocol(): Pick<
  Parts,
  'oddVersions' | 'announced' | 'badCursor' | 'batch' | 'ping' | 'mismatch' | 'bareRequest' | 'secondList'
> &
  Pick<Parts, 'caching' | 'messages'> {
  const said = (probe: string, more: object) =>
    seen({
      answers: [{ probe, era: 'legacy', status: 200, outcome: 'result', excerpt: '', ...more } as const],
    })
  return {
    oddVersions: said('initialize', { version: '2025-11-25' }),
    announced: said('tools/list', { announced: true, list: true }),
    badCursor: said('cursor', { outcome: 'error', code: -32602 }),
    batch: said('batch', { status: 400, outcome: 'none' }),
    ping: said('ping', {}),
    mismatch: doesNotApply('not-modern'),
    bareRequest: doesNotApply('not-modern'),
    secondList: seen({ compared: 1, sameOrder: true, added: [], removed: [], changed: [] }),
    caching: doesNotApply('not-modern'),
    messages: seen({ judged: 12, faults: [] }),
  }
}

/** A complete tools/list with these entries. */
export function tools(...raw: object[]): Parts['tools'] {
  return seen({ list: raw.map((each, index) => ({ page: 1, index: index + 1, raw: each }) as RawTool) })
}

/** Answers to odd requests as a careful server gives them. */
function oddParts(): OddParts {
  const refused = odd(400, 'error', -32600)
  const unknownMethod = odd(200, 'error', -32601)
  const origin = 'https://claude.ai'
  return {
    bareMethods: seen({ head: odd(405), get: odd(405) }),
    sessions: seen({ sessions: false, get: odd(405) }),
    notification: seen(odd(202)),
    errors: seen({ unknownMethod, brokenJson: odd(400, 'error', -32700), textType: odd(415) }),
    accepts: seen({ json: odd(200, 'result'), stream: odd(200, 'result') }),
    longBody: seen({ bytes: 5_000_000, answer: odd(413) }),
    sessionIds: doesNotApply('no-sessions'),
    fixation: doesNotApply('no-sessions'),
    origins: seen({
      own: { origin, answer: { ...odd(200, 'result'), allowOrigin: origin, allowCredentials: false } },
      foreign: {
        origin: 'https://attacker.example',
        answer: { ...refused, status: 403, allowCredentials: false },
      },
    }),
    cors: seen({
      origin,
      preflight: odd(204),
      allowOrigin: origin,
      allowHeaders: ['content-type', 'mcp-protocol-version'],
      wantedHeaders: ['content-type', 'mcp-protocol-version'],
      exposed: [],
      wantedExposed: [],
    }),
    otherClient: seen({ client: 'example-client', missing: [], extra: [] }),
    latency: seen({ opening: [40, 42, 41, 45, 40], list: [50, 51, 49, 60] }),
    identity: seen({ name: 'example', version: '1.2.0' }),
  }
}

function odd(status: number, body: OddAnswer['body'] = 'empty', code?: number): OddAnswer {
  return { status, body, ...(code === undefined ? {} : { code }), excerpt: '' }
}
