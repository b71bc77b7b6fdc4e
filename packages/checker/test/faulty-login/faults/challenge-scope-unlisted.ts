import { refusing, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'challenge-scope-unlisted',
  raises: 'AUTH-25',
  case: 'unlisted',
  level: 'should',
  change: refusing('both', (_call, right) => ({
    ...right,
    headers: {
      'www-authenticate': String(right.headers['www-authenticate']).replace(
        'scope="notes',
        'scope="notes admin',
      ),
    },
  })),
}
