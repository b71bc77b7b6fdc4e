import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'health-data-undeclared',
  title: 'A tool reads patient records, and the publisher states that there is no health data.',
  rule: 'DATA-03',
  case: 'undeclared',
  outcome: 'needs-human',
  level: 'must',
  options: (place) => submitted(place, { healthData: false }),
  change(server) {
    server.addTool({
      name: 'list_records',
      description: 'Lists the patient records of the library of the hospital. Returns their ids.',
    })
  },
})
