import type { Rule } from './rule.ts'
import { rule as data01 } from './rules/DATA-01-no-conversation-wanted.ts'
import { rule as data02 } from './rules/DATA-02-leaves-memory-alone.ts'
import { rule as data03 } from './rules/DATA-03-health-data-declared.ts'
import { rule as data04 } from './rules/DATA-04-keeps-guardrails.ts'
import { rule as data05 } from './rules/DATA-05-permitted-use-acknowledged.ts'
import { rule as data06 } from './rules/DATA-06-fetches-are-guarded.ts'
import { rule as data07 } from './rules/DATA-07-personal-numbers.ts'
import { rule as doc01 } from './rules/DOC-01-privacy-policy.ts'
import { rule as doc02 } from './rules/DOC-02-policy-covers-topics.ts'
import { rule as doc03 } from './rules/DOC-03-policy-on-own-domain.ts'
import { rule as doc04 } from './rules/DOC-04-documentation-is-public.ts'
import { rule as doc05 } from './rules/DOC-05-example-prompts-work.ts'
import { rule as doc06 } from './rules/DOC-06-support-channel.ts'
import { rule as doc07 } from './rules/DOC-07-security-contact.ts'
import { rule as doc08 } from './rules/DOC-08-processing-terms-can-be-read.ts'
import { rule as doc09 } from './rules/DOC-09-terms-can-be-read.ts'
import { rule as doc10 } from './rules/DOC-10-account-needs-are-stated.ts'
import { rule as doc11 } from './rules/DOC-11-data-rights-acknowledged.ts'
import { rule as doc12 } from './rules/DOC-12-no-placeholders.ts'
import { rule as icn01 } from './rules/ICN-01-site-has-an-icon.ts'
import { rule as icn02 } from './rules/ICN-02-own-icon-is-usable.ts'
import { rule as use01 } from './rules/USE-01-moves-no-money.ts'
import { rule as use02 } from './rules/USE-02-no-generated-media.ts'
import { rule as use03 } from './rules/USE-03-no-advertising.ts'

/** The rules on data, use, documents and icons: what a publisher answers for. */
export const publisherRules: readonly Rule[] = [
  data01,
  data02,
  data03,
  data04,
  data05,
  data06,
  data07,
  use01,
  use02,
  use03,
  doc01,
  doc02,
  doc03,
  doc04,
  doc05,
  doc06,
  doc07,
  doc08,
  doc09,
  doc10,
  doc11,
  doc12,
  icn01,
  icn02,
]
