import type { RequestListener } from 'node:http'
import { listen, type RunningServer } from './listen.ts'

/** Sends 64 KiB of blanks again and again for as long as somebody reads. */
export const endlessBody: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const chunk = Buffer.alloc(64 * 1024, ' ')
  const pump = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', pump)
  }
  pump()
}

export function startEndlessBody(): Promise<RunningServer> {
  return listen(endlessBody)
}
