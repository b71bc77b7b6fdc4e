import { parseCallInputs } from '../../../src/index.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'read-only-tool-writes',
  title: 'The list of subjects counts its readers, and count_readers shows it.',
  rule: 'TOOL-07',
  case: 'state-changed',
  level: 'must',
  scopes: ['passive', 'call'],
  options: () => {
    const given = { state: 'count_readers', skip: ['count_readers'] }
    return { calls: { which: 'read-only', inputs: parseCallInputs(given, 'inputs') } }
  },
  change(server) {
    let readers = 0
    const list = server.runs.get('list_subjects')
    server.runs.set('list_subjects', (given) => {
      readers += 1
      return list?.(given) ?? {}
    })
    const inputSchema = { type: 'object', properties: {} }
    server.addTool({ name: 'count_readers', inputSchema }, () => ({ readers }))
  },
})
