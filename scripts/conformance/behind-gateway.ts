import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { factsOf, listConnector } from '../../test/listed-connector.ts'
import type { Viewer } from '../../directory/src/kernel/index.ts'
import { freePort } from '../../test/free-port.ts'
import { signUp, startProduct, type Product } from '../../test/product.ts'
import { startPublisherSite } from '../../test/third-party-server.ts'

export interface BehindGateway extends AsyncDisposable {
  /** Where the suite finds the server behind the gateway. */
  readonly url: string
  readonly product: Product
  /** Who connected it. */
  readonly person: Viewer
}

/**
 * The whole product with this server listed and connected. The suite has no token to send, so a door before the
 * product adds one; everything else it hands on as it comes.
 */
export async function startBehindGateway(
  connectionString: string,
  serverUrl: string,
): Promise<BehindGateway> {
  await using stack = new AsyncDisposableStack()
  const tokens = new Map<string, string>()
  const behind = await freePort()
  const door = createServer((incoming, outgoing) => handOn(incoming, outgoing, behind, tokens))
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  stack.defer(async () => {
    door.closeAllConnections()
    await new Promise((done) => door.close(done))
  })
  const origin = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
  const off = ['USER', 'TOOL', 'CONNECTOR', 'GLOBAL'].map((what) => [`RATE_LIMIT_${what}`, 'off'])
  const env = {
    PORT: String(behind),
    PUBLIC_URL: origin,
    RESULT_CONTINUATION: 'off',
    ...Object.fromEntries(off),
  }
  const product = stack.use(await startProduct({ connectionString, env }))
  const site = stack.use(await startPublisherSite())
  const people = {
    publisher: await signUp(product, 'Paula'),
    reviewer: await signUp(product, 'Rita', ['reviewer']),
  }
  const { slug } = await listConnector(product, people, factsOf(serverUrl, site.url))
  const { publisher: person } = people
  const begun = await product.app.connections.begin(person, slug)
  if (begun.kind !== 'connected') throw new Error(`Connecting ended as ${begun.kind}.`)
  const { href: url, pathname } = product.app.gateway.endpoint(slug)
  const issued = await product.app.authorization.issueToken({ viewer: person, endpoint: url, hours: 1 })
  tokens.set(pathname, issued.token)
  const kept = stack.move()
  return {
    url,
    product,
    person,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

function handOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  tokens: ReadonlyMap<string, string>,
): void {
  const token = tokens.get(incoming.url ?? '')
  const headers = { ...incoming.headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) }
  const { method, url: path } = incoming
  const further = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    outgoing.flushHeaders()
    answer.pipe(outgoing)
  })
  further.on('error', () => outgoing.destroy())
  outgoing.on('close', () => further.destroy())
  incoming.pipe(further)
}
