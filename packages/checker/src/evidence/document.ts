import type { Json } from './facts.ts'

/** A member of a JSON document when it is text, else undefined. */
export function textIn(document: Json | undefined, key: string): string | undefined {
  const value = memberOf(document, key)
  return typeof value === 'string' ? value : undefined
}

/** The texts of a list member; undefined when the member is not a list. */
export function textsIn(document: Json | undefined, key: string): string[] | undefined {
  const value = memberOf(document, key)
  if (!Array.isArray(value)) return undefined
  return value.filter((one) => typeof one === 'string')
}

export function memberOf(document: Json | undefined, key: string): Json | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined
  return Object.hasOwn(document, key) ? document[key] : undefined
}

/** https, or plain http on this machine when the check allows loopback. */
export function isSafeUrl(text: string, loopback: boolean): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (loopback && protocol === 'http:' && isLoopbackHost(hostname))
}

/** Host names that mean this machine, as the URL parser writes them. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    hostname.startsWith('127.')
  )
}
