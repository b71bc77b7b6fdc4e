/**
 * Composite pages that no module owns: the policy with all its rules, the resources page, and the terms. May import
 * every front door; nobody imports it but app.ts and routes.ts.
 */
export { siteRoutes } from './routes.tsx'
