import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'list-too-long',
  title: 'The descriptions take more tokens than a context has room for.',
  rule: 'LIM-07',
  case: 'too-long',
  change(server) {
    server.pageSize = 100
    const words = 'Counts those who came to see one of the branches, by the day and by the door. '
    for (let n = 5; n < 90; n += 1)
      server.addTool({ name: `count_visitors_of_door_${n}`, description: words.repeat(24).slice(0, 1_900) })
  },
})
