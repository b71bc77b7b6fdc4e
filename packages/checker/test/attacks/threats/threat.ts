import type { threats } from './en.ts'

export type ThreatId = keyof typeof threats
export type Threats = Readonly<Record<ThreatId, string>>
