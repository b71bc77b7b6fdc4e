import { formBrowser } from '../../directory/test/form-browser.ts'
import type { Viewer } from '../../directory/src/kernel/index.ts'
import { freePort } from '../../test/free-port.ts'
import { password, type Product } from '../../test/product.ts'
import { runSuite, type Results } from './suite.ts'

/** The scenarios for authorization servers; none is left out. */
export const loginScenarios: ReadonlySet<string> = new Set([
  'authorization-server-metadata-endpoint',
  'authorization-code-grant',
])

/**
 * The suite for authorization servers on ours: a client that registers itself, and a person who signs in and agrees
 * where the suite asks for one.
 */
export async function runOnOurLogin(product: Product, viewer: Viewer, endpoint: string): Promise<Results> {
  const { issuer } = product.app.authorization
  const port = await freePort()
  const client = await register(new URL(issuer), `http://127.0.0.1:${port}/callback`)
  let answered: Promise<void> | undefined
  const results = await runSuite(
    ['authorization', '--url', issuer, '--client-id', client, '--resource', endpoint, '-p', String(port)],
    (line) => {
      if (line.startsWith('http') && line.includes('code_challenge='))
        answered ??= agree(product.url, viewer, line)
    },
  )
  await answered
  return results
}

/** @see RFC 7591 */
async function register(issuer: URL, redirectUri: string): Promise<string> {
  const metadata = await fetch(new URL(`/.well-known/oauth-authorization-server${issuer.pathname}`, issuer))
  const { registration_endpoint } = (await metadata.json()) as { readonly registration_endpoint: string }
  const response = await fetch(registration_endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Conformance suite',
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'none',
    }),
  })
  const { client_id } = (await response.json()) as { readonly client_id?: string }
  if (client_id === undefined) throw new Error(`Registering a client answered ${response.status}.`)
  return client_id
}

/** What the person does in a browser. */
async function agree(home: URL, viewer: Viewer, start: string): Promise<void> {
  const browser = formBrowser(home)
  let page = await browser.open(start)
  if (page.url.pathname === '/sign-in')
    page = await browser.send(page, '/sign-in', { email: viewer.email, password })
  const done = await browser.send(page, page.url.pathname, { answer: 'allow' })
  await fetch(done.url)
}
