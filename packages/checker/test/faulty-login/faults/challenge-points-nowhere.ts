import { refusing, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'challenge-points-nowhere',
  raises: 'AUTH-04',
  case: 'dead-link',
  level: 'should',
  change: refusing('both', (_call, right, { issuer }) => ({
    ...right,
    headers: { 'www-authenticate': `Bearer resource_metadata="${issuer}/nothing-here"` },
  })),
}
