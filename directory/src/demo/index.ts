/**
 * What `npm start` adds to the product: three small MCP servers on loopback, three people with generated passwords,
 * and their walk through the real submission, check, review and connection. Never part of `serve`.
 */
export { startDemo, type Demo } from './start-demo.ts'
export { refuseDemoAccounts } from './refuse-demo-accounts.ts'
