import { request } from 'node:http'

/**
 * Plays the person at the demo notes' sign-in: follows redirects, keeps cookies, presses Allow. Only for the demo's own
 * server on loopback, so that a first start can show a connector whose tools were checked behind a login.
 * @returns the address that the sign-in sent the browser back to, not opened yet
 */
export async function allowAtDemoNotes(authorizeUrl: URL, callbackPath: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = { url: authorizeUrl, form: undefined as string | undefined }
  for (let hop = 0; hop < 10; hop++) {
    const answer = await send(next.url, cookies, next.form)
    if (answer.location === undefined) {
      next = { url: next.url, form: 'name=directory+tester&answer=allow' }
      continue
    }
    const target = new URL(answer.location, next.url)
    if (target.pathname === callbackPath) return target
    next = { url: target, form: undefined }
  }
  throw new Error('The demo notes did not finish their sign-in.')
}

function send(
  url: URL,
  cookies: Map<string, string>,
  form: string | undefined,
): Promise<{ readonly location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    }
    if (form !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded'
    const outgoing = request(url, { method: form === undefined ? 'GET' : 'POST', headers }, (incoming) => {
      for (const line of incoming.headers['set-cookie'] ?? []) {
        const [pair = ''] = line.split(';')
        const [name = '', ...value] = pair.split('=')
        cookies.set(name, value.join('='))
      }
      incoming.resume()
      incoming.on('end', () => resolve({ location: incoming.headers.location }))
    })
    outgoing.on('error', reject)
    outgoing.end(form)
  })
}
