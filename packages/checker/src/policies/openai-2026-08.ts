import { definePolicy } from '../policy.ts'
import { policy as faq } from './faq-2026-02-10.ts'

/**
 * What the submission guidelines for apps in ChatGPT ask of a server, as far as they are public: every tool states
 * all three hints, a title is advice, generated media are allowed. The wire is judged as in the FAQ's policy.
 */
export const policy = definePolicy({
  ...faq,
  id: 'openai-2026-08',
  title: 'App submission guidelines, August 2026',
  effective: '2026-08-01',
  source: 'https://developers.openai.com/apps-sdk/app-submission-guidelines',
  levels: {
    ...faq.levels,
    'TOOL-04': { level: 'should', cases: { 'same-as-name': 'info' } },
    'TOOL-06': 'must',
    'TOOL-09': { level: 'must', cases: { idempotent: 'info' } },
    'USE-02': 'info',
  },
})
