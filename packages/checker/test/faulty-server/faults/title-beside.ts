import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'title-beside',
  title: 'The title stands only beside the annotations.',
  rule: 'TOOL-04',
  case: 'only-tool-title',
  level: 'should',
  change(server) {
    delete server.tool('get_book').annotations['title']
  },
})
