/**
 * Composite pages that no module owns: the policy with all its rules, the resources page, the terms, the dashboard of
 * publishers and badges. May import every front door; nobody imports it but app.ts and routes.ts.
 */
export { badgeRoutes } from './badge-routes.ts'
export { siteRoutes } from './routes.tsx'
