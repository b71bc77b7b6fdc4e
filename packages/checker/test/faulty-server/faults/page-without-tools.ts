import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'page-without-tools',
  title: 'A page of tools/list has no list of tools.',
  rule: 'TRN-05',
  case: 'broken-page',
  level: 'must',
  change(server) {
    server.changeResult('tools/list', (result) => delete result['tools'])
  },
})
