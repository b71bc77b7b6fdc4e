import { isIPv4 } from 'node:net'
import { WireError } from './errors.ts'

/** https for everybody; http for loopback in development. */
export function isLoopbackName(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  )
}

/**
 * Turns a stranger's text into a URL that may be fetched at all. What its host resolves to is judged later,
 * when it is dialled.
 * @throws WireError bad-url | unsupported-scheme | insecure-scheme | credentials-in-url | obscured-host
 */
export function checkUrl(input: string | URL, allowLoopback: boolean): URL {
  const text = String(input)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || url.hostname === '') {
    throw new WireError('bad-url', `"${text.slice(0, 200)}" is not a URL. Write it as https://host/path.`, {
      url: text.slice(0, 2000),
    })
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new WireError('unsupported-scheme', `${url.protocol}// is not fetched. Use https.`, {
      scheme: url.protocol,
    })
  }
  if (url.username !== '' || url.password !== '') {
    throw new WireError(
      'credentials-in-url',
      `The URL carries a user name or password for ${url.host}. Remove them; credentials belong into headers.`,
      { host: url.host },
    )
  }
  if (url.protocol === 'http:' && !allowLoopback) {
    throw new WireError('insecure-scheme', `http://${url.host} is not encrypted. Use https.`, {
      host: url.host,
    })
  }
  if (isIPv4(url.hostname) && !authorityOf(text).includes(url.hostname)) {
    // "https://2130706433/" and "https://0177.0.0.1/": the parser understood an IP address that a reader would not see.
    throw new WireError(
      'obscured-host',
      `The host of ${text.slice(0, 200)} is an obscured form of ${url.hostname}. Write the host name or the plain address.`,
      { url: text.slice(0, 2000), host: url.hostname },
    )
  }
  url.hash = ''
  return url
}

/** What a reader takes for the host: between the slashes. The path may say anything. */
function authorityOf(text: string): string {
  return /^\s*[a-z][a-z\d+.-]*:[\\/]*([^\\/?#]*)/i.exec(text)?.[1] ?? ''
}
