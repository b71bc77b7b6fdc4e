import { generate } from 'selfsigned'
import type { Certificate } from './listen.ts'

export interface TestAuthority {
  /** PEM of the root that signs `issue`. */
  readonly root: string
  issue(names: { readonly hosts: readonly string[]; readonly expired?: boolean }): Promise<Certificate>
}

/** A certificate authority for one test file. */
export async function createTestAuthority(): Promise<TestAuthority> {
  const ca = await generate([{ name: 'commonName', value: 'Connectory test root' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true, critical: true },
    ],
  })
  return {
    root: ca.cert,
    async issue({ hosts, expired = false }) {
      const past = new Date(Date.UTC(2020, 0, 1))
      const leaf = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
        keyType: 'ec',
        algorithm: 'sha256',
        ca: { key: ca.private, cert: ca.cert },
        ...(expired && { notBeforeDate: past, notAfterDate: new Date(Date.UTC(2020, 1, 1)) }),
        extensions: [
          { name: 'basicConstraints', cA: false },
          {
            name: 'subjectAltName',
            altNames: hosts.map((host) =>
              /^[\d.]+$/.test(host) ? { type: 7 as const, ip: host } : { type: 2 as const, value: host },
            ),
          },
        ],
      })
      return { key: leaf.private, cert: leaf.cert }
    },
  }
}
