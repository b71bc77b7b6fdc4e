import { listen, type RunningServer } from './listen.ts'

/** Sends 64 KiB again and again for as long as somebody reads. */
export function startEndlessBody(): Promise<RunningServer> {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  return listen((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const pump = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', pump)
    }
    pump()
  })
}
