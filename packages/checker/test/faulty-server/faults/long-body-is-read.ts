import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'long-body-is-read',
  title: 'A message of five megabytes is read and answered.',
  rule: 'TRN-19',
  case: 'taken',
  level: 'should',

  change(server) {
    server.mostBytes = 64 * 1024 * 1024
  },
})
