import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'only-device-flow',
  raises: 'AUTH-03',
  case: 'no-grant',
  level: 'reject',
  change: patched(places.serverMetadata, {
    grant_types_supported: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
  }),
}
