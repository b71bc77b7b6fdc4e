export const texts = {
  'site.policy.title': 'Policy',
  'site.policy.lead': 'Every rule that a connector is judged by, why it exists, and how to meet it.',
  'site.policy.no-promise.title': 'Meeting every rule does not guarantee a listing',
  'site.policy.no-promise':
    'People decide what is listed. No response time is promised, and a listing can end when a server becomes unreliable.',
  'site.policy.reject': 'Rejected at once',
  'site.policy.reject.lead':
    'Mechanical facts. A fail ends the submission without a reviewer and cannot be waived.',
  'site.policy.must': 'Required',
  'site.policy.must.lead': 'A fail stops the listing until it is mended or a reviewer records an exception.',
  'site.policy.should': 'Recommended',
  'site.policy.should.lead': 'Shown to reviewers and on the report; does not stop a listing.',
  'site.policy.info': 'For information',
  'site.policy.info.lead': 'Facts that help people choose.',
  'site.resources.title': 'Resources',
  'site.resources.lead': 'For people who publish connectors and for programs that read this directory.',
  'site.resources.authors': 'For authors',
  'site.resources.check.title': 'Check your server first',
  'site.resources.check': 'The command gives the same verdict as this directory, on your own machine.',
  'site.resources.policy.title': 'Policy',
  'site.resources.policy': 'All rules with their reasons.',
  'site.resources.terms.title': 'Terms',
  'site.resources.terms': 'What publishers and this directory expect of each other.',
  'site.resources.specification.title': 'MCP specification',
  'site.resources.specification': 'The protocol itself, current revision.',
  'site.resources.bundles.title': 'MCP bundles',
  'site.resources.bundles': 'The format of local servers (.mcpb) and its tools.',
  'site.resources.manifest.title': 'Bundle manifest',
  'site.resources.manifest': 'Every field of manifest.json, with the privacy policies that are required.',
  'site.resources.programs': 'For programs',
  'site.resources.programs.lead':
    'The listings in the format of the MCP Registry, and the description of the whole API.',
  'site.resources.registry': 'Registry API',
  'site.resources.openapi': 'OpenAPI',
  'site.terms.title': 'Terms',
  'site.terms.lead': 'The short version, which is also the whole version.',
  'site.terms.decision.title': 'People decide',
  'site.terms.decision':
    'A submission is checked by machine and decided by a person. Every decision names the rules it rests on. No answer, listing or response time is promised.',
  'site.terms.removal.title': 'A listing can end',
  'site.terms.removal':
    'A server that breaks the policy or stops working is removed. Publishers can withdraw at any time and submit again.',
  'site.terms.data.title': 'Your data, your duties',
  'site.terms.data':
    'A connector’s publisher answers for the data that its server handles, and for the rights of the people it belongs to.',
  'site.terms.records.title': 'What is recorded',
  'site.terms.records':
    'Each call through the gateway leaves a record of when, which tool, how long and how it ended. Nothing about you is sent to the connector. Disconnecting deletes your tokens here.',
  'site.terms.limits.title': 'Limits',
  'site.terms.limits':
    'A call may take 300 seconds and a result may have 25,000 tokens. Longer results are cut, and the cut is announced.',
} as const
