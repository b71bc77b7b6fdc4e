export interface Clause {
  readonly name: string
  readonly url: string
}

/** What rules cite: the place where a publisher can read the demand. */
export const clauses = {
  faqTools: faq('section 4, rejections'),
  faqTransport: faq('section 7, transport'),
  faqLogin: faq('section 1, authentication'),
  faqPrivacy: faq('section 5, privacy policy'),
  faqTesting: faq('section 8, testing'),
  faqResults: faq('section 3, result size'),
  faqCount: faq('section 4, number of tools'),
  faqGuidance: faq('section 7, tool descriptions'),
  faqHosting: faq('section 2, hosting'),
  policyData: policy('1.D, collected data'),
  policyMemory: policy('1.F, memory and files of the user'),
  policySteering: policy('1.B and 2.D, steering the model'),
  policyConfusion: policy('2.C, confusion with other software'),
  policyOtherTools: policy('2.D and 2.E, other tools'),
  policyOutside: policy('2.F, instructions from outside'),
  policyHidden: policy('2.G, hidden instructions'),
  policyMoney: policy('4.A, money'),
  policyMedia: policy('4.B, generated media'),
  policyPromotion: policy('4.C, advertising'),
  policyErrors: policy('5.A, errors'),
  policyTools: policy('5.C and 5.E, tools'),
  policyServer: policy('5.D, servers'),
  policyDescription: policy('2.A, descriptions'),
  policyPublisher: policy('3, publishers'),
  faqIdentity: faq('section 1, identifying users'),
  faqRateLimits: faq('section 2, rate limits'),
  faqAddressList: faq('section 2, IP allowlist'),
  faqAgreement: faq('section 5, data processing agreement'),
  faqGeography: faq('section 5, geography'),
  faqDataRights: faq('section 5, data protection'),
  faqIcon: faq('section 6, icon'),
  faqAccount: faq('section 6, account requirements'),
  faqTerms: faq('section 6, terms of service'),
  policyUse: policy('1.A and 1.E, permitted use and rights'),
  policyGuardrails: policy('1.B, guardrails'),
  policyPrivacy: policy('1.C and 3.A, privacy'),
  policyBehaviour: policy('2.B, text and behaviour agree'),
  policyDocumentation: policy('3.C, documentation'),
  policyExamples: policy('3.E, examples'),
  policyOwnership: policy('3.F, own endpoints'),
  policyTokens: policy('5.B, use of tokens'),
  reviewCriteria: docs('building/review-criteria', 'review criteria'),
  submissionForm: docs('building/submission', 'submission'),
  loginModes: docs('building/authentication', 'authentication'),
  mcpTools: mcp('server/tools', 'tools'),
  mcpParameterHeaders: {
    name: 'MCP specification 2026-07-28, parameters as headers',
    url: 'https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http',
  },
  mcpApps: mcp('extensions', 'apps'),
  mcpTransport: mcp('basic/transports', 'transports'),
  mcpLifecycle: mcp('basic/lifecycle', 'version negotiation'),
  mcpMessages: mcp('basic', 'messages'),
  mcpPing: mcp('basic/utilities/ping', 'ping'),
  mcpModern: modern('basic', 'messages of 2026-07-28'),
  mcpModernTransport: modern('basic/transports/streamable-http', 'Streamable HTTP of 2026-07-28'),
  mcpCaching: modern('server/utilities/caching', 'caching'),
  mcpPaging: mcp('server/utilities/pagination', 'pagination'),
  mcpAuthorization: mcp('basic/authorization', 'authorization'),
  mcpSecurity: mcp('basic/security_best_practices', 'security'),
  rfc9728: rfc(9728, 'OAuth 2.0 Protected Resource Metadata'),
  rfc8414: rfc(8414, 'OAuth 2.0 Authorization Server Metadata'),
  rfc7636: rfc(7636, 'PKCE'),
  rfc7591: rfc(7591, 'OAuth 2.0 Dynamic Client Registration'),
  rfc6749: rfc(6749, 'The OAuth 2.0 Authorization Framework, section 5.2'),
  rfc6749Code: rfc(6749, 'The OAuth 2.0 Authorization Framework, section 4.1.2'),
  rfc8707: rfc(8707, 'Resource Indicators for OAuth 2.0'),
  rfc9207: rfc(9207, 'Issuer Identification in OAuth 2.0 Authorization Responses'),
  rfc9700: rfc(9700, 'Best Current Practice for OAuth 2.0 Security'),
  rfc7009: rfc(7009, 'OAuth 2.0 Token Revocation'),
  rfc8252: rfc(8252, 'OAuth 2.0 for Native Apps, section 7.3'),
  rfc6749Token: rfc(6749, 'The OAuth 2.0 Authorization Framework, section 5.1'),
  rfc6750: rfc(6750, 'OAuth 2.0 Bearer Token Usage, section 3.1'),
} as const satisfies Record<string, Clause>

function faq(place: string): Clause {
  return {
    name: `Directory FAQ, ${place}`,
    url: 'https://support.claude.com/en/articles/11596036-anthropic-connectors-directory-faq',
  }
}

function policy(place: string): Clause {
  return {
    name: `Directory policy, ${place}`,
    url: 'https://support.claude.com/en/articles/13145358-anthropic-software-directory-policy',
  }
}

function docs(path: string, subject: string): Clause {
  return { name: `Connector documentation, ${subject}`, url: `https://claude.com/docs/connectors/${path}` }
}

function mcp(path: string, subject: string): Clause {
  return {
    name: `MCP specification, ${subject}`,
    url: `https://modelcontextprotocol.io/specification/2025-11-25/${path}`,
  }
}

function modern(path: string, subject: string): Clause {
  return {
    name: `MCP specification, ${subject}`,
    url: `https://modelcontextprotocol.io/specification/2026-07-28/${path}`,
  }
}

function rfc(number: number, title: string): Clause {
  return { name: `RFC ${number}, ${title}`, url: `https://www.rfc-editor.org/rfc/rfc${number}` }
}
