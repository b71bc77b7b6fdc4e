/**
 * Whether what a listing points to is still there: the certificate of its server, its pages (privacy, terms,
 * documentation, support), the icon that its publisher named. Looked at about once a week; what fails in two looks is
 * told to the publisher once. Judges no server: that is for monitoring.
 */
export { createUpkeep } from './create-upkeep.ts'
export type { Upkeep, UpkeepDependencies } from './upkeep.ts'
