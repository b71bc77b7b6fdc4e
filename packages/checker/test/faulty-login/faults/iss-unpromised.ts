import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'iss-unpromised',
  raises: 'AUTH-06',
  case: 'iss-unpromised',
  level: 'info',
  change: patched(places.serverMetadata, { authorization_response_iss_parameter_supported: undefined }),
}
