import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'version-invented',
  title: 'Initialize is answered with a version that nobody knows.',
  rule: 'TRN-03',
  case: 'unknown',
  level: 'must',
  eras: ['legacy'],
  change(server) {
    server.legacyVersions = ['2031-01-01']
  },
})
