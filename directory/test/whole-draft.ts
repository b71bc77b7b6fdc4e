import { acknowledgements, commitments, termsVersion, type FactsForm } from '../src/submissions/index.ts'

/** A draft in which nothing is open. */
export const wholeDraft: FactsForm = {
  serverUrl: 'https://mcp.example.com/mcp',
  urlKind: 'universal',
  publisherName: 'Example Ltd',
  support: 'help@example.com',
  securityContact: 'security@example.com',
  access: 'read',
  toolsRun: 'yes',
  requestLimits: 'Sixty requests a minute for each address; alarms tell of abuse.',
  name: 'Example',
  tagline: 'Finds examples',
  description: 'Finds examples of anything that people can think of.',
  categories: ['data'],
  documentationUrl: 'https://example.com/docs',
  ...Object.fromEntries(
    [1, 2, 3].flatMap((number) => [
      [`prompt${number}`, `Show me invoice ${number}`],
      [`tools${number}`, 'list_invoices'],
    ]),
  ),
  auth: 'none',
  perUserClaims: 'no',
  ownership: 'own',
  healthData: 'no',
  sponsoredContent: 'no',
  privacyUrl: 'https://example.com/privacy',
  commitments,
  testInstructions:
    'Open it, ask for an invoice, and see that one of the ten that are there is shown. '.repeat(2),
  released: 'yes',
  acknowledgements,
  acceptTerms: termsVersion,
}
