import { definePolicy } from '../policy.ts'
import { policy as faq } from './faq-2026-02-10.ts'

/**
 * The public review criteria of autumn 2026. They are newer than the FAQ and ask for more in places; what they do not
 * mention stands as in the FAQ's policy.
 */
export const policy = definePolicy({
  ...faq,
  id: 'claude-2026-10',
  title: 'Connector review criteria, October 2026',
  effective: '2026-10-01',
  source: 'https://claude.com/docs/connectors/building/review-criteria',
  levels: {
    ...faq.levels,
    // Named there among the reasons for a rejection; the FAQ does not mention it.
    'NET-06': 'reject',
  },
})
