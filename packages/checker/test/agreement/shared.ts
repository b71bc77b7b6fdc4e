import type { RuleId } from '../../src/rule.ts'

/** Which findings of a rule state a fact. A member that is absent stands for any. */
export interface Fact {
  readonly rule: RuleId
  readonly cases?: readonly string[]
  readonly signals?: readonly string[]
  /** How the target begins. */
  readonly target?: string
}

/** A check of the conformance suite, and where the checker states the same fact. */
export interface SharedCheck {
  readonly check: string
  readonly facts: readonly Fact[]
}

const listFaults = ['missing', 'broken']

function listed(method: string): Fact[] {
  return [
    { rule: 'PRO-03', cases: listFaults, target: method },
    { rule: 'PRO-02', cases: ['not-json', 'no-outcome'], target: method },
  ]
}

function hinted(method: string): Fact[] {
  return [{ rule: 'PRO-11', cases: ['missing'], target: method }]
}

export const shared: readonly SharedCheck[] = [
  {
    check: 'server-initialize',
    facts: [
      { rule: 'TRN-01' },
      { rule: 'TRN-03' },
      { rule: 'PRO-02', cases: ['opening', 'not-json'], target: 'initialize' },
    ],
  },
  { check: 'server-session-initialized-accepted', facts: [{ rule: 'TRN-14', cases: ['status'] }] },
  { check: 'server-session-id-visible-ascii', facts: [{ rule: 'TRN-16', cases: ['invisible'] }] },
  { check: 'server-session-terminated-returns-404', facts: [{ rule: 'TRN-04', cases: ['ended'] }] },
  { check: 'ping', facts: [{ rule: 'PRO-08' }] },
  {
    check: 'wire-schema-valid',
    facts: [
      { rule: 'PRO-02', cases: ['jsonrpc', 'no-outcome', 'opening', 'shape'] },
      { rule: 'PRO-03', cases: ['broken'] },
      { rule: 'PRO-11', cases: ['missing', 'invalid'] },
      { rule: 'TRN-03', cases: ['none'] },
      { rule: 'TOOL-11', cases: ['no-name'] },
      { rule: 'TOOL-23', cases: ['missing', 'not-object', 'invalid'] },
    ],
  },
  {
    check: 'tools-list',
    facts: [
      ...listed('tools/list'),
      { rule: 'TOOL-11', cases: ['no-name'] },
      { rule: 'TOOL-15', cases: ['none'] },
      { rule: 'TOOL-23', cases: ['missing'] },
    ],
  },
  { check: 'prompts-list', facts: listed('prompts/list') },
  { check: 'resources-list', facts: listed('resources/list') },
  { check: 'tools-list-deterministic-order', facts: [{ rule: 'PRO-06', cases: ['order'] }] },
  {
    check: 'tools-name-format',
    facts: [
      { rule: 'TOOL-10', cases: ['long'] },
      { rule: 'TOOL-11', cases: ['no-name', 'characters'] },
    ],
  },
  { check: 'localhost-host-rebinding-rejected', facts: [{ rule: 'TRN-15' }] },
  {
    check: 'sep-2575-server-implements-discover',
    facts: [
      { rule: 'TRN-01' },
      { rule: 'TRN-03' },
      { rule: 'PRO-02', cases: ['opening', 'not-json'], target: 'server/discover' },
    ],
  },
  { check: 'sep-2575-server-identifies-in-result-meta', facts: [{ rule: 'TRN-11', cases: ['missing'] }] },
  {
    check: 'sep-2575-server-declares-prompts-in-discover',
    facts: [{ rule: 'PRO-03', cases: ['unannounced', 'other-code'], target: 'prompts/list' }],
  },
  {
    check: 'sep-2575-discover-capabilities-match-handlers',
    facts: [{ rule: 'PRO-03', target: 'tools/list' }],
  },
  {
    check: 'sep-2575-server-unsupported-version-error',
    facts: [{ rule: 'PRO-01', signals: ['discover'] }],
  },
  {
    check: 'sep-2575-http-server-unsupported-version-400',
    facts: [{ rule: 'PRO-01', cases: ['accepted'], signals: ['discover'] }],
  },
  {
    check: 'sep-2575-request-meta-invalid-missing-meta',
    facts: [{ rule: 'PRO-10', signals: ['no _meta'] }],
  },
  {
    check: 'sep-2575-request-meta-invalid-missing-client-capabilities',
    facts: [{ rule: 'PRO-10', signals: ['no client capabilities'] }],
  },
  { check: 'sep-2575-http-server-meta-invalid-400', facts: [{ rule: 'PRO-10', cases: ['accepted'] }] },
  {
    check: 'sep-2575-http-server-header-mismatch-400',
    facts: [{ rule: 'PRO-09', signals: ['other version in the header'] }],
  },
  { check: 'sep-2243-server-reject-invalid-headers', facts: [{ rule: 'PRO-09', cases: ['accepted'] }] },
  { check: 'sep-2243-server-reject-error-code', facts: [{ rule: 'PRO-09' }] },
  {
    check: 'sep-2575-http-server-method-not-found-404',
    facts: [{ rule: 'TRN-06', signals: ['unknown method'] }],
  },
  {
    check: 'sep-2575-http-server-error-jsonrpc-id',
    facts: [{ rule: 'PRO-02', cases: ['id', 'nameless'], signals: ['error'] }],
  },
  { check: 'sep-2549-tools-list-caching-hints', facts: hinted('tools/list') },
  { check: 'sep-2549-prompts-list-caching-hints', facts: hinted('prompts/list') },
  { check: 'sep-2549-resources-list-caching-hints', facts: hinted('resources/list') },
  { check: 'sep-2549-resources-templates-list-caching-hints', facts: hinted('resources/templates/list') },
  {
    check: 'sep-2549-ttl-non-negative',
    facts: [{ rule: 'PRO-11', cases: ['invalid'], signals: ['ttlMs'] }],
  },
  {
    check: 'sep-2549-cache-scope-valid',
    facts: [{ rule: 'PRO-11', cases: ['invalid'], signals: ['cacheScope'] }],
  },
]
