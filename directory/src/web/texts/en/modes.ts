/** Words of the three ways from a client to a connector. */
export const texts = {
  'modes.title': 'Use it',
  'modes.lead': 'Three ways from a client to it. Most people go through {instance}.',
  'modes.works': 'works',
  'modes.closed': 'closed',
  'modes.not-measured': 'not measured',
  'modes.server': 'Address of the server',
  'modes.clients': 'Clients',
  'modes.broker': 'Through {instance}',
  'modes.broker.works':
    'The client signs in here, and {instance} calls {host} with your access. Works in every client, also where the others do not.',
  'modes.browser': 'A page in your browser, directly',
  'modes.browser.cors-open':
    'When it was checked, {host} let a page of {origin} ask: its answer to the preflight allows it.',
  'modes.browser.cors-closed':
    'When it was checked, {host} did not let pages of another origin ask: its answer to the preflight (CORS) allows none.',
  'modes.browser.cors-headers':
    'When it was checked, {host} let pages ask, but not with every header that a client sends or reads (CORS). The report names them.',
  'modes.browser.not-measured': 'Whether {host} lets pages of another origin ask (CORS) was not measured.',
  'modes.browser.static-client':
    '{host} knows one client only, that of {instance}. A page in a browser cannot sign in there.',
  'modes.browser.address-filter': '{host} lets in known addresses only. Your browser’s is not among them.',
  'modes.browser.needs':
    'The page needs: the server’s permission for its origin (CORS), and a login that takes a client without a secret.',
  'modes.local': 'A client on your own machine, directly',
  'modes.local.works':
    'The client calls {host} itself, without {instance}. It keeps the access on your machine.',
  'modes.local.static-client':
    '{host} knows one client only, that of {instance}. A client on your own machine cannot sign in there.',
  'modes.local.address-filter': '{host} lets in known addresses only. Your machine’s is not among them.',
  'modes.local.needs':
    'The client needs: a login that sends back to an address of your own machine (http://127.0.0.1 or localhost, with any port), and for long calls more time: MCP_TOOL_TIMEOUT, in milliseconds.',
  'modes.client.command': 'Claude Code',
  'modes.client.command.do':
    'Run the first line once, then /mcp in a session to sign in. The second starts it with 300 seconds for a call.',
  'modes.client.dialog': 'Claude, web and desktop',
  'modes.client.dialog.do': 'Settings, Connectors, Add custom connector: paste this address.',
  'modes.client.editor': 'VS Code',
  'modes.client.editor.do': 'Run the command, or put this into .vscode/mcp.json.',
  'modes.client.cursor': 'Cursor',
  'modes.client.cursor.do': 'Put this into ~/.cursor/mcp.json, or .cursor/mcp.json of a project.',
  'modes.client.bridge': 'mcp-remote',
  'modes.client.bridge.do':
    'For clients that only start programs on your machine. It opens your browser to sign in.',
  'modes.client.json': 'Others',
  'modes.client.json.do': 'Most clients take this in their configuration.',
  'modes.code.run': 'Run',
  'modes.code.start': 'Start with more time',
  'modes.code.address': 'Address',
  'modes.code.file': 'Configuration',
} as const
