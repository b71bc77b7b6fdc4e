import { definePolicy } from '../policy.ts'

/**
 * The directory's default. What the FAQ demands stands at the FAQ's level; what only other documents demand is at
 * most `must`.
 */
export const policy = definePolicy({
  id: 'faq-2026-02-10',
  title: 'Connectors directory FAQ, 10 February 2026',
  effective: '2026-02-10',
  source: 'https://support.claude.com/en/articles/11596036-anthropic-connectors-directory-faq',
  subject: 'remote',
  levels: {
    'NET-06': 'must',
    'NET-01': { level: 'must', cases: { 'expires-soon': 'should' } },
    'NET-02': 'must',
    'TRN-01': 'reject',
    'TRN-02': 'reject',
    'TRN-03': 'must',
    'TRN-05': 'must',
    'TRN-08': { level: 'must', cases: { 'same-host': 'should' } },
    'TOOL-01': 'reject',
    'TOOL-02': { level: 'reject', cases: { 'also-outside': 'should' } },
    'TOOL-03': 'reject',
    'TOOL-04': { level: 'must', cases: { 'only-tool-title': 'should', 'same-as-name': 'info' } },
    'TOOL-05': 'must',
    'TOOL-10': 'must',
    'TOOL-11': { level: 'should', cases: { duplicate: 'must', 'no-name': 'must' } },
    'TOOL-15': 'must',
    'TOOL-23': 'must',
    'AUTH-01': 'info',
    'AUTH-02': 'reject',
    'AUTH-03': 'reject',
    'AUTH-04': { level: 'must', cases: { 'found-elsewhere': 'should' } },
    'AUTH-05': 'must',
    'AUTH-06': 'must',
    'AUTH-07': 'must',
    'AUTH-08': 'must',
    'AUTH-09': 'must',
    'AUTH-14': 'must',
    'AUTH-15': 'must',
    'DOC-01': 'must',
    'DOC-06': 'must',
    'DOC-07': 'must',
  },
})
