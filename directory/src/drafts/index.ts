/**
 * Drafts of submissions: the questions in ten pages, kept on the server after each page, so that anybody of the
 * organisation goes on with them on any device. What is still open is counted per page; the server is looked at on
 * the way and fills in what it shows. Submitting one is the submissions' business; what it becomes is not known here.
 */
export { createDrafts } from './create-drafts.tsx'
export type { Drafts, DraftsDependencies } from './drafts.ts'
