import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'version-of-2024',
  title: 'The newest version that is known is of 2024.',
  rule: 'TRN-03',
  case: 'unknown',
  level: 'must',
  eras: ['legacy'],
  change(server) {
    server.legacyVersions = ['2024-11-05']
  },
})
