import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'widget-tool-shown',
  title: 'A tool for a widget is shown to the model.',
  rule: 'TOOL-30',
  case: 'shown',
  outcome: 'needs-human',
  level: 'should',
  change(server) {
    server.changeTool('get_book', {
      description: 'Gives one book by its id. Used only by the widget to show a cover.',
    })
  },
})
