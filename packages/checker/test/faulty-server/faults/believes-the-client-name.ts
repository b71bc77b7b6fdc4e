import { defineFault } from '../fault.ts'
import { isObject } from '../reply.ts'

export const fault = defineFault({
  id: 'believes-the-client-name',
  title: 'A client that calls itself a console gets more.',
  rule: 'AUTH-26',
  case: 'client-name',
  level: 'should',
  eras: ['modern'],
  scopes: ['passive', 'call'],
  change(server) {
    server.changeResult('tools/call', (result, { params }) => {
      const meta = params['_meta']
      const client = isObject(meta) ? meta['io.modelcontextprotocol/clientInfo'] : undefined
      if (JSON.stringify(client ?? {}).includes('console'))
        result['content'] = [{ type: 'text', text: 'More' }]
    })
  },
})
