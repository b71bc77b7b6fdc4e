import type { CheckOptions, SubmissionFacts } from '../../src/index.ts'
import type { Place } from './fault.ts'

/** The server is submitted with these answers, beside those that no listing can do without. */
export function submitted({ origin }: Place, answers: SubmissionFacts = {}): Partial<CheckOptions> {
  return {
    submission: {
      privacyPolicyUrl: `${origin}/privacy`,
      support: 'help@library.example',
      securityContact: 'security@library.example',
      ...answers,
    },
  }
}
