import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from './usage-error.ts'

/** Where the browser comes back to after a login: RFC 8252 section 7.3. */
export interface LoopbackRedirect {
  readonly uri: string
  /** The next address that the browser comes back to. Rejects when `signal` is aborted. */
  next(signal: AbortSignal): Promise<URL>
  close(): Promise<void>
}

const path = '/callback'

/** Listens on this machine alone. Port 0 is any free one. @throws UsageError when the port is taken */
export async function listenForRedirect(port = 0): Promise<LoopbackRedirect> {
  const waiting: ((url: URL) => void)[] = []
  let origin = ''
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin)
    if (request.method !== 'GET' || url.pathname !== path) return void response.writeHead(404).end()
    const come = isAnswer(url) ? waiting.shift() : undefined
    show(response, come ? sentenceOn(url) : 'Nobody is waiting for this page.')
    come?.(url)
  })
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    throw new UsageError(
      `Port ${port} of 127.0.0.1 cannot be used for the login; it may be taken. Name another one.`,
    )
  }
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    uri: origin + path,
    next: (signal) =>
      new Promise((resolve, reject) => {
        const stop = (): void => reject(new Error('Nobody came back.'))
        if (signal.aborted) stop()
        signal.addEventListener('abort', stop, { once: true })
        waiting.push(resolve)
      }),
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function isAnswer({ searchParams }: URL): boolean {
  return searchParams.has('code') || searchParams.has('error')
}

function sentenceOn({ searchParams }: URL): string {
  const error = searchParams.get('error')
  if (error === null) return 'The login is over. You can close this window and go back to the terminal.'
  return `The server ended the login with the error "${error.slice(0, 100)}". You can close this window; the terminal says more.`
}

/** Plain, without scripts and without anything from elsewhere; the code in the address goes no further. */
function show(response: ServerResponse, sentence: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  })
  response.end(`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>connectory check</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}</style>
<h1>connectory check</h1>
<p>${escaped(sentence)}</p>
</html>
`)
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
}
