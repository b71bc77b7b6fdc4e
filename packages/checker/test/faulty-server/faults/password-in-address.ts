import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'password-in-address',
  title: 'The address carries a name and a password.',
  rule: 'NET-06',
  eras: ['both'],
  case: 'userinfo',
  level: 'must',
  options: ({ url }) => ({ url: url.replace('//', '//reader:secret@') }),
  change(server) {
    server.gates.delete('host')
  },
})
