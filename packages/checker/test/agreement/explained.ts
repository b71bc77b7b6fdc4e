/** One reason why one side alone finds a fault. It holds for the named servers only. */
export interface Explanation {
  readonly checks: readonly string[]
  /** Who finds the fault alone. */
  readonly alone: 'suite' | 'checker'
  readonly servers: readonly string[]
  readonly why: string
}

const afterOpening = ['ping', 'tools-list', 'prompts-list', 'resources-list']

export const explanations: readonly Explanation[] = [
  {
    checks: afterOpening,
    alone: 'suite',
    servers: ['server-info-missing', 'server-version-missing', 'version-invented', 'version-missing'],
    why: 'The client of the suite gives up at `initialize`, so every scenario behind it fails; the checker goes on and names the opening alone.',
  },
  {
    checks: [
      'prompts-list',
      'resources-list',
      'sep-2549-prompts-list-caching-hints',
      'sep-2549-resources-list-caching-hints',
      'sep-2549-resources-templates-list-caching-hints',
    ],
    alone: 'suite',
    servers: ['world-clock'],
    why: 'The suite asks for every list. The checker wants those that the server announces, and -32601 for the others.',
  },
  {
    checks: [
      'sep-2549-prompts-list-caching-hints',
      'sep-2549-resources-list-caching-hints',
      'sep-2549-resources-templates-list-caching-hints',
    ],
    alone: 'suite',
    servers: [
      'answer-without-outcome',
      'log-before-the-message',
      'prompts-announced-and-absent',
      'templates-absent',
    ],
    why: 'A list that does not come has no hints for the suite. For the checker it is one fault, of PRO-02 or PRO-03.',
  },
  {
    checks: ['sep-2549-ttl-non-negative'],
    alone: 'checker',
    servers: ['caching-below-zero'],
    why: 'The suite looks at the hints of lists; the checker also at those of `server/discover`.',
  },
  {
    checks: ['sep-2575-server-implements-discover'],
    alone: 'checker',
    servers: ['content-type-is-plain', 'content-type-missing', 'opening-is-no-json-rpc'],
    why: 'The suite reads the members of the answer and looks neither at its content-type nor at `jsonrpc`.',
  },
  {
    checks: ['resources-list'],
    alone: 'suite',
    servers: ['resource-without-name'],
    why: 'The checker states a missing name of a resource as a departure from the schema: PRO-02, under `wire-schema-valid`.',
  },
  {
    checks: ['wire-schema-valid'],
    alone: 'suite',
    servers: ['description-is-number'],
    why: 'The checker states it once, as a missing description (TOOL-15).',
  },
  {
    checks: ['tools-list'],
    alone: 'checker',
    servers: ['description-is-number'],
    why: 'The suite asks whether there is a description; for the checker it must be a text too.',
  },
  {
    checks: ['wire-schema-valid'],
    alone: 'checker',
    servers: ['name-empty'],
    why: 'An empty name is valid under the schema of the protocol, and nobody can call it.',
  },
  {
    checks: ['wire-schema-valid'],
    alone: 'checker',
    servers: ['schema-pattern-is-broken', 'schema-type-unknown'],
    why: 'The schema of the protocol does not look inside the properties of an inputSchema; the checker judges it as JSON Schema.',
  },
  {
    checks: ['tools-name-format'],
    alone: 'checker',
    servers: ['name-of-65-characters', 'name-with-dot'],
    why: 'The specification allows 128 characters and the dot. Directories and models ask for 64, and for letters, digits, `_` and `-`.',
  },
  {
    checks: ['server-session-initialized-accepted'],
    alone: 'checker',
    servers: ['notification-gets-200'],
    why: 'The suite takes any 2xx for a notification; the transport asks for 202.',
  },
  {
    checks: ['server-initialize'],
    alone: 'checker',
    servers: ['version-of-2024'],
    why: 'The client of the suite still speaks 2024-11-05, which had no Streamable HTTP.',
  },
  {
    checks: ['localhost-host-rebinding-rejected'],
    alone: 'checker',
    servers: ['foreign-page-is-served', 'foreign-page-may-use-logins'],
    why: 'The suite sends a foreign Host and a foreign Origin in one request, and these servers refuse the Host. The checker sends the Origin alone, as a page does that reaches a public server.',
  },
  {
    checks: [...afterOpening, 'wire-schema-valid'],
    alone: 'checker',
    servers: ['session-ids-repeat'],
    why: 'The checker holds conversations side by side. Here they share one session, and the end of one ends all.',
  },
  {
    checks: ['sep-2243-server-reject-error-code'],
    alone: 'suite',
    servers: ['tolerated-byte-order-mark', 'tolerated-charset', 'tolerated-gzip'],
    why: 'In this scenario the suite reads only bodies of plain JSON under `application/json` in small letters. HTTP allows these forms, and real clients read them.',
  },
  {
    checks: ['ping'],
    alone: 'suite',
    servers: ['tolerated-more-members'],
    why: 'The suite wants `{}` and nothing in it. Results may carry more members, and clients ignore what they do not know.',
  },
  {
    checks: ['sep-2575-server-unsupported-version-error'],
    alone: 'suite',
    servers: ['tolerated-refusal-without-echo'],
    why: 'The suite wants the refused version in `data.requested`. The client knows what it asked for; the checker wants `data.supported`, which it needs.',
  },
  {
    checks: ['sep-2575-http-server-error-jsonrpc-id'],
    alone: 'suite',
    servers: ['tolerated-refusal-without-id'],
    why: 'Under an error status the body may not have been read, and the client knows by HTTP which request failed; with HTTP 200 the checker wants the id too.',
  },
]
