import { isIP } from 'node:net'
import { z } from 'zod'
import { refuseUnreadable } from './readable.ts'
import { flag, listOfTexts, type Read } from './values.ts'

/** Whom this instance asks, from where, and whom it believes. */
export interface OutgoingConfig {
  /** `ALLOW_LOOPBACK` (default no): servers on 127.0.0.1 may be submitted, over plain http; for development. */
  readonly allowLoopback: boolean
  /** `TRUSTED_CERTIFICATES`: a PEM file with certificates trusted beside the system's, for outgoing requests. */
  readonly trustedCertificatesFile: string | undefined
  /**
   * `EGRESS_ADDRESSES` (default none): addresses or CIDR ranges from which this instance sends requests, separated by
   * commas; published, so that servers with an address filter can let it in.
   */
  readonly egressAddresses: readonly string[]
  /**
   * `MONITOR_CONTROLS` (default none): up to eight addresses that answer whenever our own network is well, separated by
   * commas; when none does, what we saw of listed servers counts for nobody.
   */
  readonly monitorControls: readonly URL[]
  /**
   * `MONITOR_CADENCE` (default `adaptive`): `exact` looks at every listed server every quarter of an hour, also at those
   * that have been well for long.
   */
  readonly monitorCadence: 'adaptive' | 'exact'
}

export const outgoingVariables = {
  ALLOW_LOOPBACK: flag,
  TRUSTED_CERTIFICATES: z.string().min(1).optional(),
  EGRESS_ADDRESSES: listOfTexts.refine((all) => all.every(isAddressRange), {
    error: 'must be addresses or ranges such as 192.0.2.7 or 192.0.2.0/24, separated by commas',
  }),
  MONITOR_CONTROLS: listOfTexts
    .refine((all) => all.length <= 8 && all.every((one) => URL.canParse(one)), {
      error: 'must be up to eight URLs, separated by commas',
    })
    .transform((all) => all.map((one) => new URL(one))),
  MONITOR_CADENCE: z.enum(['adaptive', 'exact']).default('adaptive'),
}

/** @throws ConfigError */
export function readOutgoing(values: Read<typeof outgoingVariables>): OutgoingConfig {
  refuseUnreadable('TRUSTED_CERTIFICATES', values.TRUSTED_CERTIFICATES)
  return {
    allowLoopback: values.ALLOW_LOOPBACK,
    trustedCertificatesFile: values.TRUSTED_CERTIFICATES,
    egressAddresses: values.EGRESS_ADDRESSES,
    monitorControls: values.MONITOR_CONTROLS,
    monitorCadence: values.MONITOR_CADENCE,
  }
}

function isAddressRange(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
}
