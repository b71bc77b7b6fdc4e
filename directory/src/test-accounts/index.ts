/**
 * Accounts with which reviewers try a server behind a login. A publisher gives one with a draft or a submission; it is
 * sealed, and shown to nobody but the reviewer who holds the case, each time with a row that the publisher sees. It ends
 * some time after the decision. Who may give and who may open is the business of drafts, submissions and review.
 */
export { createTestAccounts } from './create-test-accounts.ts'
export type { AccountView, TestAccounts } from './test-accounts.ts'
export { parseWords, type Phase, type Words, type WordsForm } from './model.ts'
export { sealedInTestAccounts } from './store.ts'
export { AccountPart } from './pages/account-part.tsx'
export { AccountState } from './pages/account-state.tsx'
export { ConfirmButton } from './pages/confirm-button.tsx'
export { AccountWords } from './pages/account-words.tsx'
