import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'prompt-without-a-name',
  title: 'A prompt has a title and no name.',
  rule: 'PRO-02',
  case: 'shape',
  level: 'should',
  change(server) {
    server.prompts.push({ title: 'Plan a week of reading' })
  },
})
