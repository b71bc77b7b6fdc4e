import { problemAnswer } from '../web/index.ts'

export const address = '/api/v1/connections'
export const description = 'Your own alone. With a token for exactly the address of the list.'

/** Of whatever names one connection. */
export const refusals = {
  401: problemAnswer('No token, or one for another address'),
  404: problemAnswer('There is no such connection of yours'),
}
