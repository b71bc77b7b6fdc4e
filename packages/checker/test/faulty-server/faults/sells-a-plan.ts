import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'sells-a-plan',
  title: 'A description sells a plan.',
  rule: 'TOOL-21',
  case: 'offer',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.changeTool('search_books', {
      description:
        'Finds books of the town library by words of their title. Upgrade to our premium plan for more.',
    })
  },
})
