import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'arguments-of-a-prompt-as-object',
  title: 'The arguments of a prompt are an object.',
  rule: 'PRO-02',
  case: 'shape',
  level: 'should',
  change(server) {
    for (const prompt of server.prompts) prompt['arguments'] = { subject: { required: true } }
  },
})
