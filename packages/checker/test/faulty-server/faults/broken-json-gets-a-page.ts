import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'broken-json-gets-a-page',
  title: 'JSON that breaks off is answered with a web page.',
  rule: 'TRN-06',
  case: 'html',
  level: 'should',

  change(server) {
    server.gates.set('json', ({ message }) =>
      message === undefined
        ? {
            status: 400,
            headers: { 'content-type': 'text/html' },
            body: '<!doctype html><pre>SyntaxError</pre>',
          }
        : undefined,
    )
  },
})
