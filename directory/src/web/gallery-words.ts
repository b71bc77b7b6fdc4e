import type { FindingCardProps } from './components/finding.tsx'
import type { Step } from './components/progress.tsx'
import type { SubmissionStatus } from './components/badge.tsx'

interface Row {
  readonly name: string
  readonly status: SubmissionStatus
  readonly due: string
  readonly findings: number
}

const steps: readonly Step[] = [
  { label: 'Reach the server', state: 'done', detail: '142 ms over TLS 1.3' },
  { label: 'Read the tools', state: 'running' },
  { label: 'Judge the answers', state: 'waiting' },
  { label: 'Log in', state: 'skipped', detail: 'The server needs no login.' },
]

const findings: readonly FindingCardProps[] = [
  {
    rule: 'TOOL-01',
    level: 'reject',
    outcome: 'fail',
    target: 'tools/delete_everything_in_the_workspace_of_the_current_user',
    message:
      'The tool "delete_everything_in_the_workspace_of_the_current_user" does not say what it does to data.',
    why: 'Clients ask the user before a destructive call, and can only do so when the tool says what it is.',
    fix: 'Set readOnlyHint or destructiveHint in the annotations of the tool.',
    fixCode:
      '@@ tools/delete @@\n   "name": "delete",\n-  "destructiveHint": true\n+  "annotations": { "destructiveHint": true }\n',
    evidence:
      '{"jsonrpc":"2.0","id":2,"result":{"tools":[{"name":"delete","inputSchema":{"type":"object"}}]}}',
  },
  {
    rule: 'DOC-06',
    level: 'should',
    outcome: 'fail',
    message: 'The privacy policy does not name a contact.',
    fixCode: 'curl -I https://example.com/privacy',
  },
  {
    rule: 'AUTH-09',
    level: 'must',
    outcome: 'needs-human',
    message: 'Write tools without a login need a decision.',
  },
  { rule: 'TRN-01', level: 'reject', outcome: 'pass', message: 'The server speaks Streamable HTTP.' },
  { rule: 'NET-06', level: 'must', outcome: 'not-evaluated', message: 'The address could not be resolved.' },
]

const rows: readonly Row[] = [
  { name: 'Maps and routes', status: 'in-review', due: '2026-11-23T09:00:00Z', findings: 3 },
  { name: 'Everything server', status: 'checking', due: '2026-11-24T15:30:00Z', findings: 1204 },
  {
    name: 'A connector whose name is rather long',
    status: 'rejected',
    due: '2026-12-01T08:00:00Z',
    findings: 0,
  },
]

/** Sample words of the gallery. They stand here because the gallery is not part of the product and has no translation. */
export const galleryWords = {
  title: 'Gallery',
  hero: 'Connect your tools to any assistant',
  lead: 'Every connector here was checked on the wire, read by a person, and is watched for as long as it is listed.',
  primary: 'Submit a server',
  secondary: 'Read the report',
  quiet: 'Save as draft',
  danger: 'Disconnect',
  verified: 'Verified',
  crumbs: [
    { label: 'Review', href: '#top' },
    { label: 'Maps and routes', href: '#top' },
  ],
  sections: {
    cards: 'Cards',
    buttons: 'Buttons and badges',
    notes: 'Notes',
    form: 'Form',
    data: 'Data',
    review: 'Review',
    code: 'Code and prose',
  },
  listings: [
    { name: 'Maps and routes', tagline: 'Find places and plan a way there.', tools: '7 tools' },
    { name: 'Everything', tagline: 'A reference server that shows each feature once.', tools: '12 tools' },
    { name: 'Diagrams', tagline: 'Draws a diagram from a description, as SVG or PNG.', tools: '1 tool' },
    { name: 'Ärztekalender', tagline: 'Free appointments near you, read only.', tools: '3 tools' },
    { name: 'Ledger', tagline: 'Reads and books entries, with a login of your own.', tools: '21 tools' },
    { name: 'Incidents', tagline: 'Opens, updates and closes incidents.', tools: '9 tools' },
  ],
  callout: {
    info: { title: 'Nothing is published yet', text: 'The listing goes live when you press Publish.' },
    warn: { title: 'The server was slow', text: 'Two of five requests took more than 10 seconds.' },
    bad: {
      title: 'Rejected automatically',
      text: 'Three tools carry no hints. The patch below would fix it.',
    },
    good: { text: 'All 29 rules in scope were looked at, and all passed.' },
  },
  empty: {
    title: 'No connections yet',
    text: 'Connect a tool and it appears here, with what it may do.',
    action: 'Find a connector',
  },
  form: {
    legend: 'About the listing',
    name: { label: 'Name', hint: 'Up to 100 characters, as users will see it.' },
    url: {
      label: 'Address of the server',
      hint: 'The address that clients POST to.',
      value: 'http://10.0.0.4/mcp',
      error: 'The address must begin with https:// and be public.',
    },
    description: { label: 'Description', hint: 'Markdown, up to 2,000 characters.' },
    kind: {
      label: 'What it does',
      choices: [
        { value: 'a', label: 'Reads only' },
        { value: 'b', label: 'Reads and writes' },
      ],
    },
    category: {
      label: 'Categories',
      error: 'Choose one to five.',
      choices: [
        { value: 'a', label: 'Development' },
        { value: 'b', label: 'Productivity' },
        { value: 'c', label: 'Monitoring', hint: 'Health, incidents, logs.' },
      ],
    },
    auth: {
      label: 'How people log in',
      choices: [
        { value: 'a', label: 'No login', hint: 'Anyone may call the tools.' },
        { value: 'b', label: 'OAuth 2.1', hint: 'Each user with an own account.' },
      ],
    },
    terms: { label: 'I may list this server', hint: 'You own it or act for those who do.' },
  },
  data: {
    title: 'Views',
    tabs: ['Waiting', 'Mine', 'Decided'],
    caption: 'Submissions that wait for a person',
    columns: { name: 'Connector', status: 'Status', due: 'Due', findings: 'Findings' },
    rows,
    summary: '1 to 3 of 40',
    definitions: [
      { term: 'Address', value: 'https://mcp.example.com/a/long/path/that/has/to/wrap/on/a/telephone/mcp' },
      { term: 'Protocol', value: '2026-07-28' },
      { term: 'Publisher', value: 'Example GmbH' },
    ],
    details: { summary: 'Not looked at (4)', text: 'These rules are outside the scope of this check.' },
  },
  review: {
    progress: 'Progress of the check',
    steps,
    stepsLater: steps.map((step) => (step.state === 'skipped' ? step : { ...step, state: 'done' as const })),
    findings,
  },
  codeTitle: 'Terminal',
  code: 'npx connectory check https://mcp.example.com/mcp --policy faq-2026-02-10 --format json | jq .verdict',
  patch:
    '@@ server.ts @@\n   name: "search",\n-  readOnlyHint: "true",\n+  annotations: { readOnlyHint: true },\n',
  markdown:
    '<h2>What it does</h2><p>Finds <a href="#code">places</a> and plans routes.</p><ul><li>Search by <code>name</code></li><li>Plan a route</li></ul><blockquote><p>Read only.</p></blockquote>',
} as const
