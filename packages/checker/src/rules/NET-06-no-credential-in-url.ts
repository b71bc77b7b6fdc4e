import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'NET-06',
  title: 'The address carries no credential',
  why: 'Addresses end up in logs, histories and listings; whoever reads them has the credential.',
  clause: clauses.mcpAuthorization,
  scope: 'passive',
  needs: ['url'],
  *check({ url }) {
    if (url.userinfo) yield { case: 'userinfo' }
    if (url.secretKeys.length > 0) yield { case: 'query', params: { keys: [...url.secretKeys] } }
  },
  text: {
    en: {
      pass: 'The address carries no credential.',
      cases: {
        userinfo: {
          message: 'The address contains a user name or password before the host.',
          fix: 'Take the part before "@" out of the address, and renew that credential. Use OAuth for login.',
        },
        query: {
          message: 'The address carries a credential in its query: {keys}.',
          fix: 'Take {keys} out of the address, and renew that credential. Use OAuth for login.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        url: {
          href: 'https://mcp.example/mcp?team=7',
          protocol: 'https:',
          hostname: 'mcp.example',
          userinfo: false,
          secretKeys: [],
        },
      },
    ],
    fail: [
      {
        url: {
          href: 'https://mcp.example/mcp?token=***',
          protocol: 'https:',
          hostname: 'mcp.example',
          userinfo: false,
          secretKeys: ['token'],
        },
      },
      {
        url: {
          href: 'https://***@mcp.example/mcp',
          protocol: 'https:',
          hostname: 'mcp.example',
          userinfo: true,
          secretKeys: [],
        },
      },
    ],
  },
})
