import type { Server } from 'node:http'
import { createOpenServer } from '@connectory/starter/open-limited'

/** The demo's open server is the starter template as an author would copy it. */
export function createClockServer(origin: string): Server {
  return createOpenServer({ requestsPerMinute: 600, allowedOrigins: [origin] })
}
