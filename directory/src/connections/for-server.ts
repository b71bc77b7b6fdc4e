import { compareResource, isSameResource } from '@connectory/wire'
import type { Connection } from './model.ts'

/**
 * Whether what a connection sends may go to this address. Its token is for the server that it was given for, and for
 * no other; a connection without login carries nothing that could reach the wrong one.
 * @see RFC 8707 section 2
 */
export function isForServer(
  { issuer, resource }: Pick<Connection, 'issuer' | 'resource'>,
  serverUrl: string,
): boolean {
  return issuer === '' || isSameResource(compareResource(resource, serverUrl))
}
