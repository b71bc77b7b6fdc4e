/** A bed in which the server on loopback is asked by a public name, over TLS or not. */
import { X509Certificate } from 'node:crypto'
import { createSafeFetch } from '@connectory/wire'
import type { CheckOptions } from '../../src/index.ts'
import { createTestAuthority, type TestAuthority } from '../../../wire/test/servers/certificates.ts'
import type { Place } from './fault.ts'
import type { Certificate } from './plan.ts'

const publicHost = 'mcp.example'
/** Where nobody listens. */
const closedPort = 1
const dayMs = 24 * 60 * 60 * 1000
let authority: Promise<TestAuthority> | undefined

/** A certificate of our own authority. */
export async function certificate({
  host = publicHost,
  expired = false,
}: {
  readonly host?: string
  readonly expired?: boolean
}): Promise<Certificate> {
  authority ??= createTestAuthority()
  return (await authority).issue({ hosts: [host], expired })
}

export interface PublicName {
  readonly scheme: 'http' | 'https'
  /** Whether our authority is trusted. Default: yes. */
  readonly trusted?: boolean
  /** Whether the name may lead to loopback. Default: yes, although the check takes the server for a public one. */
  readonly allowLoopback?: boolean
  /** What the name leads to. Default: 127.0.0.1. */
  readonly addresses?: readonly string[]
  /** Looks at the server so long before its certificate ends. */
  readonly daysLeft?: number
}

/** Asks for the server by its public name. */
export async function asPublic(
  { origin, certificate: own, plainHttpPort = closedPort }: Place,
  { scheme, trusted = true, allowLoopback = true, addresses = ['127.0.0.1'], daysLeft }: PublicName,
): Promise<Partial<CheckOptions>> {
  const root = authority && trusted ? [(await authority).root] : []
  const end = own && daysLeft !== undefined ? Date.parse(new X509Certificate(own.cert).validTo) : undefined
  return {
    url: `${scheme}://${publicHost}:${new URL(origin).port}/mcp`,
    allowLoopback: false,
    fetch: createSafeFetch({
      allowLoopback,
      trustedCertificates: root,
      plainHttpPort,
      resolve: () => Promise.resolve(addresses),
    }),
    ...(end === undefined || daysLeft === undefined
      ? {}
      : { now: () => new Date(end - (daysLeft + 0.5) * dayMs) }),
  }
}
