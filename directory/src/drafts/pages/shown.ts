import type { Report } from '@connectory/checker'
import type { ContactState } from '../../notices/index.ts'
import type { Progress } from '../../probe/index.ts'
import type { FactsForm } from '../../submissions/index.ts'
import { faultTexts, fieldLabel } from '../../submissions/index.ts'
import type { AccountView } from '../../test-accounts/index.ts'
import type { Translate } from '../../web/index.ts'
import type { Issue } from '../issues.ts'
import { formOf, type Draft } from '../model.ts'
import type { Asked, FieldName } from '../steps.ts'
import type { Domain } from '../surroundings.ts'

/** What the pages of a draft show. */
export interface Shown {
  readonly draft: Draft
  readonly issues: readonly Issue[]
  /** Whether it cannot be submitted without an answer to this. */
  isNeeded(field: FieldName): boolean
  /** Of the last look at the server; undefined while it runs and before the first. */
  readonly report: Report | undefined
  readonly account: AccountView
  /** Whether who began it can be reached by e-mail. */
  readonly contact: ContactState
  /** Undefined while the draft names no server. */
  readonly domain: Domain | undefined
  /** Of the last look; undefined before the first. */
  readonly progress: Progress | undefined
}

/** What people call it until it has a name. */
export function titleOf({ fields }: Pick<Draft, 'fields'>, t: Translate): string {
  const form = formOf(fields)
  const name = textOf(form, 'name')
  if (name !== '') return name
  const address = textOf(form, 'serverUrl')
  return URL.canParse(address) ? new URL(address).host : t('drafts.untitled')
}

export function textOf(form: FactsForm, field: Asked): string {
  return [form[field] ?? ''].flat().join(', ')
}

/** What is open, as a sentence in the reader's language. */
export function issueText(issue: Issue, form: FactsForm, t: Translate): string {
  const { field } = issue
  if ('fault' in issue) {
    return faultTexts({ [field]: issue.fault }, form, t)[field] ?? ''
  }
  return t(`drafts.issue.${issue.case}`, { ...issue.params, field: labelOf(field, t) })
}

/** What a question is called. */
export function labelOf(field: Asked, t: Translate): string {
  if (field === 'contactProof') return t('drafts.contact')
  if (field === 'domainProof') return t('proofs.domain')
  if (field === 'testAccount') return t('test-accounts.title')
  if (field === 'staticClient' || field === 'addressFilter' || field === 'publishOnApproval') {
    return t(`submissions.field.${field}`)
  }
  return fieldLabel(field, t)
}
