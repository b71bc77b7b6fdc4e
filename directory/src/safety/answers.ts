import { problemAnswer } from '../web/index.ts'

/** What the routes of this module refuse, and which token they want. */
export const refusals = {
  401: problemAnswer('No token, or one for another address'),
  403: problemAnswer('The person may not do this, or not this time'),
  404: problemAnswer('There is no such thing for this person'),
  409: problemAnswer('It has changed since it was read, or is there already'),
  422: problemAnswer('Something is missing or wrong'),
}

export const byToken = 'With a token for exactly the address `/api/v1/safety`.'
