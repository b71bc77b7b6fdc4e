/**
 * Icons of listings: found at the publisher's address or on the site of its server, judged before anything decodes
 * them, drawn in six sizes in a thread of their own, and served from our origin as the PNG that we drew. No byte of a
 * stranger's picture is ever served. A listing without one has a monogram.
 */
export { createIcons } from './create-icons.ts'
export type { Icons, IconsDependencies } from './icons.ts'
