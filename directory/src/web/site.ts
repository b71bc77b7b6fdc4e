import type { Viewer } from '../kernel/index.ts'
import type { Translate } from './translate.ts'

/** Addresses of the pages that every page links to; the modules that own them use the same names. */
export const paths = {
  home: '/',
  connectors: '/connectors',
  submit: '/submissions/new',
  submissions: '/submissions',
  review: '/review',
  holds: '/holds',
  inbox: '/inbox',
  reliability: '/reliability',
  transfers: '/transfers',
  drift: '/changes',
  safety: '/safety',
  complaints: '/complaints',
  security: '/security',
  connections: '/connections',
  custom: '/connections/custom',
  account: '/account',
  noticeSettings: '/account/notices',
  access: '/account/access',
  calls: '/account/calls',
  signingKeys: '/account/keys',
  signIn: '/sign-in',
  signUp: '/sign-up',
  signOut: '/sign-out',
  policy: '/policy',
  simulations: '/policy/simulations',
  ownPolicy: '/policy/mine',
  statistics: '/statistics',
  dashboard: '/dashboard',
  resources: '/resources',
  terms: '/terms',
} as const

/** What is the same for every page of this instance. */
export interface Site {
  readonly instanceName: string
  readonly publicUrl: URL
  /** Name of an asset → its address with the hash of its content. */
  readonly assets: Readonly<Record<AssetName, string>>
}

export type AssetName = 'app.css' | 'app.js' | 'theme.js' | 'htmx.js' | 'icon.svg'

declare module 'hono' {
  interface ContextVariableMap {
    site: Site
    t: Translate
    /** How many notices the viewer has not read. */
    unread: (viewer: Viewer) => Promise<number>
    /** Origins besides our own that this response's forms may lead to. */
    formTargets: readonly string[]
  }
}
