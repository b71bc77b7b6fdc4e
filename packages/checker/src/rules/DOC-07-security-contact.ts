import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DOC-07',
  title: 'There is a contact for security reports',
  why: 'Whoever finds a hole must know whom to tell.',
  clause: clauses.policyPublisher,
  scope: 'passive',
  needs: ['securityContact'],
  *check({ securityContact }) {
    const { field, fieldUsable, securityTxt } = securityContact
    if (fieldUsable || securityTxt?.contact !== undefined) return
    const params = { field: field ?? '', url: securityTxt?.url ?? '', status: securityTxt?.status ?? 0 }
    if (field !== undefined && field !== '') yield { case: 'malformed', params }
    else yield { case: 'none', params }
  },
  text: {
    en: {
      pass: 'A contact for security reports is stated; whether it answers was not tried.',
      cases: {
        none: {
          message: 'Neither the submission nor {url} names a contact for security reports.',
          fix: 'Name one in the submission, or publish /.well-known/security.txt with a Contact line (RFC 9116).',
        },
        malformed: {
          message: 'The security contact {field} is neither an https address nor an e-mail address.',
          fix: 'Name an https page or an e-mail address for security reports.',
        },
      },
    },
  },
  examples: {
    pass: [
      { securityContact: { field: 'security@publisher.example', fieldUsable: true } },
      {
        securityContact: {
          fieldUsable: false,
          securityTxt: {
            url: 'https://mcp.example/.well-known/security.txt',
            status: 200,
            contact: 'mailto:security@publisher.example',
          },
        },
      },
    ],
    fail: [
      { securityContact: { fieldUsable: false } },
      { securityContact: { field: 'call us', fieldUsable: false } },
    ],
  },
})
