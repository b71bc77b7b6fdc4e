import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'any-method',
  title: 'A tool takes any HTTP method and any path.',
  rule: 'TOOL-12',
  case: 'any-method',
  level: 'must',
  change(server) {
    server.addTool({
      name: 'api_request',
      description:
        'Calls the public interface of the town library at https://library.example/api. Returns the answer.',
      inputSchema: {
        type: 'object',
        properties: {
          method: { type: 'string', enum: ['GET', 'POST', 'DELETE'], description: 'The HTTP method.' },
          path: { type: 'string', description: 'The path, such as /books/b1.' },
        },
        required: ['method', 'path'],
      },
    })
  },
})
