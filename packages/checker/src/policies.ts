import { policy as faq20260210 } from './policies/faq-2026-02-10.ts'
import type { Policy } from './policy.ts'

export const defaultPolicy: Policy = faq20260210

/** Every policy by its id. A test holds this list equal to the folder policies/. */
export const policies: ReadonlyMap<string, Policy> = new Map([[faq20260210.id, faq20260210]])
