import { listen, type RunningServer } from './listen.ts'

/** Redirects /to?status=307&url=... to the URL; /echo answers what it was asked; /loop goes round. */
export function startRedirector(): Promise<RunningServer> {
  return listen((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here')
    if (url.pathname === '/to') {
      response.writeHead(Number(url.searchParams.get('status') ?? 302), {
        location: url.searchParams.get('url') ?? '',
      })
      response.end()
    } else if (url.pathname === '/loop') {
      response.writeHead(302, { location: '/loop' })
      response.end()
    } else {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        response.setHeader('content-type', 'application/json')
        response.end(
          JSON.stringify({
            method: request.method,
            headers: request.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
    }
  })
}
