/**
 * Custom connectors: servers that a person adds by address, for themselves or for their organisation. Each is checked
 * as a submission is and called as a listing is, but nobody reviews it, nothing lists it, and no other organisation
 * ever meets it. Who may have them is the operator's setting. How they are connected is the connections' business.
 */
export { createCustom } from './create-custom.ts'
export type { Custom, CustomDependencies } from './custom.ts'
export type { CustomConnector } from './model.ts'
