import { listen, type RunningServer } from './listen.ts'

/** Serves the given documents by path; a string is sent as HTML with status 200, a number is a status, everything else is 404. */
export async function startDocuments(
  documents: (origin: string) => Readonly<Record<string, unknown>>,
): Promise<RunningServer> {
  const server = await listen((request, response) => {
    const document = documents(server.origin)[request.url ?? '']
    if (document === undefined) response.writeHead(404).end()
    else if (typeof document === 'number') response.writeHead(document).end()
    else if (typeof document === 'string')
      response.writeHead(200, { 'content-type': 'text/html' }).end(document)
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document))
  })
  return server
}
