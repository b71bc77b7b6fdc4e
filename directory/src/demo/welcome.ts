import type { DemoFile } from './demo-file.ts'

interface Facts {
  readonly address: URL
  readonly passwords: DemoFile['passwords']
  readonly endpoint: URL
  readonly token: string
}

const call = {
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: {
    name: 'list_time_zones',
    arguments: { search: 'Europe/B' },
    _meta: {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  },
}

/** What a newcomer reads after `npm start`: where to look, who to be, and a command that calls a tool. */
export function welcome({ address, passwords, endpoint, token }: Facts): string {
  const people = Object.entries(passwords).map(
    ([role, password]) => `  ${role.padEnd(10)} ${`${role}@demo.example`.padEnd(24)} ${password}`,
  )
  return [
    '',
    `The directory is open: ${address.href}`,
    '',
    'Sign in as (e-mail, password):',
    ...people,
    '',
    'Call a tool of the World Clock through the gateway:',
    '',
    `curl -s ${endpoint.href} \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' \\`,
    `  -H 'MCP-Protocol-Version: 2026-07-28' -H 'Mcp-Method: tools/call' -H 'Mcp-Name: list_time_zones' \\`,
    `  -d '${JSON.stringify(call)}'`,
    '',
    'Stop with Ctrl-C. The next start finds everything again.',
    '',
  ].join('\n')
}
