/**
 * Who may import whom inside directory/src; architecture.test.ts holds it. Other modules are seen only through their
 * index.ts. What must go across the grain is a typed port that app.ts passes in.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  web: ['kernel'],
  organisations: ['kernel', 'web'],
  telemetry: ['kernel'],
  accounts: ['kernel', 'web', 'organisations'],
  notices: ['kernel', 'web', 'organisations', 'accounts'],
  catalogue: ['kernel', 'web', 'accounts'],
  probe: ['kernel', 'web'],
  submissions: ['kernel', 'web', 'notices', 'accounts', 'catalogue', 'probe'],
  drafts: ['kernel', 'web', 'catalogue', 'probe', 'submissions'],
  proofs: ['kernel', 'web', 'submissions', 'probe'],
  egress: ['kernel', 'web'],
  review: ['kernel', 'web', 'notices', 'accounts', 'catalogue', 'submissions', 'probe'],
  ownership: ['kernel', 'web', 'notices', 'accounts', 'catalogue', 'submissions'],
  authorization: ['kernel', 'web', 'accounts'],
  connections: ['kernel', 'web', 'notices', 'accounts', 'catalogue'],
  custom: ['kernel', 'web', 'accounts', 'catalogue', 'probe', 'submissions'],
  monitoring: ['kernel', 'web', 'notices', 'catalogue'],
  reliability: ['kernel', 'web', 'notices', 'catalogue', 'monitoring'],
  holds: ['kernel', 'web', 'notices', 'catalogue'],
  drift: ['kernel', 'web', 'notices', 'catalogue', 'monitoring', 'holds'],
  safety: ['kernel', 'web', 'notices', 'catalogue', 'holds'],
  upkeep: ['kernel', 'web', 'notices', 'catalogue', 'monitoring'],
  simulation: ['kernel', 'web', 'catalogue', 'probe'],
  icons: ['kernel', 'web', 'catalogue'],
  gateway: ['kernel', 'catalogue', 'connections', 'telemetry', 'holds'],
}

/** May import every front door; nobody imports them. `demo` and `site` are folders, the others files. */
export const composition: readonly string[] = [
  'server.ts',
  'ports.ts',
  'app.ts',
  'gateway-limits.ts',
  'routes.ts',
  'schedule.ts',
  'main.ts',
  'rotate-keys.ts',
  'config.ts',
  'demo',
  'site',
]

/** Which of our own packages a folder may name; npm packages are the business of package.json and knip. */
export const mayImportPackage: Readonly<Record<string, readonly string[]>> = {
  '@connectory/wire': [
    'probe',
    'submissions',
    'connections',
    'authorization',
    'gateway',
    'icons',
    'egress',
    'monitoring',
    'drift',
    'upkeep',
    'notices',
    'ownership',
    'app.ts',
    'demo',
    'site',
  ],
  '@connectory/checker': [
    'probe',
    'submissions',
    'drafts',
    'proofs',
    'egress',
    'review',
    'catalogue',
    'holds',
    'simulation',
    'upkeep',
    'custom',
    'app.ts',
    'demo',
    'site',
  ],
}
