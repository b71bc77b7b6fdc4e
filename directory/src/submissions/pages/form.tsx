import {
  Actions,
  Button,
  Details,
  ErrorSummary,
  Field,
  FieldSet,
  FormToken,
  usePageRequest,
} from '../../web/index.ts'
import { authModes, limits } from '../facts.ts'
import type { FactsForm } from '../form-values.ts'
import { answerNames } from '../answers.ts'
import { AnswerFields } from './answer-field.tsx'
import { CategoryField } from './category-field.tsx'

export interface FormState {
  readonly values: FactsForm
  /** Sentence by field. */
  readonly errors: Readonly<Record<string, string>>
}

interface FormProps extends FormState {
  readonly action: string
  /** For a resubmission: the number of events that the page was made from. The address is then fixed. */
  readonly seen?: number | undefined
  /** Whether the publisher may choose to publish later. */
  readonly mayWait?: boolean | undefined
  /** What the button says. */
  readonly send: string
}

type TextName =
  | 'name'
  | 'tagline'
  | 'publisherName'
  | 'publisherUrl'
  | 'documentationUrl'
  | 'privacyUrl'
  | 'termsUrl'
  | 'support'
  | 'securityContact'

/** The form of a submission: few questions, and what is optional behind a line. */
export function SubmissionForm({ action, seen, mayWait, send, values, errors }: FormProps) {
  const state = { values, errors }
  return (
    <form method="post" action={action} novalidate>
      <FormToken />
      {seen === undefined ? null : <input type="hidden" name="seen" value={seen} />}
      <div class="stack stack-wide">
        <ErrorSummary errors={errors} />
        <ServerFields {...state} fixedAddress={seen !== undefined} />
        <ListingFields {...state} />
        <PublisherFields {...state} />
        <EarlierAnswers {...state} />
        <AgreeFields {...state} mayWait={mayWait === true} />
        <Actions>
          <Button>{send}</Button>
        </Actions>
      </div>
    </form>
  )
}

export function valueOf(values: FactsForm, name: string): string {
  const value = values[name]
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

function valuesOf(values: FactsForm, name: string): readonly string[] {
  const value = values[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** Open when something behind it was filled in or is wrong. */
function inUse({ values, errors }: FormState, names: readonly string[]): boolean {
  return names.some((name) => valueOf(values, name) !== '' || errors[name] !== undefined)
}

function ServerFields({ values, errors, fixedAddress }: FormState & { readonly fixedAddress: boolean }) {
  const { t } = usePageRequest()
  return (
    <FieldSet legend={t('submissions.form.server')}>
      {fixedAddress ? (
        <FixedAddress address={valueOf(values, 'serverUrl')} />
      ) : (
        <Field
          name="serverUrl"
          type="url"
          label={t('submissions.field.serverUrl')}
          hint={t('submissions.field.serverUrl.hint')}
          value={valueOf(values, 'serverUrl')}
          error={errors['serverUrl']}
          placeholder="https://"
          required
        />
      )}
      <Field
        name="auth"
        type="radios"
        label={t('submissions.field.auth')}
        values={valuesOf(values, 'auth')}
        error={errors['auth']}
        choices={authModes.toReversed().map((value) => ({
          value,
          label: t(`submissions.field.auth.${value}`),
          hint: t(`submissions.field.auth.${value}.hint`),
        }))}
        required
      />
      <Details
        summary={t('submissions.form.more-server')}
        open={inUse({ values, errors }, ['staticClient', 'addressFilter'])}
      >
        <Tick name="staticClient" values={values} />
        <Tick name="addressFilter" values={values} />
      </Details>
    </FieldSet>
  )
}

function FixedAddress({ address }: { readonly address: string }) {
  const { t } = usePageRequest()
  return (
    <div class="field">
      <span class="field-label">{t('submissions.field.serverUrl')}</span>
      <p>
        <code>{address}</code>
      </p>
      <p class="field-hint">{t('submissions.edit.address')}</p>
      <input type="hidden" name="serverUrl" value={address} />
    </div>
  )
}

function Tick({
  name,
  values,
}: {
  readonly name: 'staticClient' | 'addressFilter'
  readonly values: FactsForm
}) {
  const { t } = usePageRequest()
  return (
    <Field
      name={name}
      type="checkbox"
      label={t(`submissions.field.${name}`)}
      hint={t(`submissions.field.${name}.hint`)}
      checked={valueOf(values, name) !== ''}
    />
  )
}

function ListingFields({ values, errors }: FormState) {
  const { t } = usePageRequest()
  const limit = limits.descriptionMarkdown
  return (
    <FieldSet legend={t('submissions.form.listing')}>
      <Text name="name" values={values} errors={errors} hint={t('submissions.field.name.hint')} required />
      <Text
        name="tagline"
        values={values}
        errors={errors}
        hint={t('submissions.field.tagline.hint', { limit: limits.tagline })}
        required
      />
      <Field
        name="description"
        type="textarea"
        label={t('submissions.field.description')}
        hint={t('submissions.field.description.hint', { limit })}
        value={valueOf(values, 'description')}
        error={errors['description']}
        rows={6}
        required
      />
      <CategoryField values={valuesOf(values, 'categories')} error={errors['categories']} />
    </FieldSet>
  )
}

function PublisherFields(state: FormState) {
  const { t } = usePageRequest()
  return (
    <FieldSet legend={t('submissions.form.publisher')}>
      <Text {...state} name="publisherName" hint={t('submissions.field.publisherName.hint')} required />
      <Text {...state} name="privacyUrl" type="url" hint={t('submissions.field.privacyUrl.hint')} required />
      <Text {...state} name="support" hint={t('submissions.field.support.hint')} required />
      <Text {...state} name="securityContact" hint={t('submissions.field.securityContact.hint')} />
      <Details
        summary={t('submissions.form.more-publisher')}
        open={inUse(state, ['publisherUrl', 'documentationUrl', 'termsUrl'])}
      >
        <div class="stack">
          <Text {...state} name="publisherUrl" type="url" />
          <Text {...state} name="documentationUrl" type="url" />
          <Text {...state} name="termsUrl" type="url" />
        </div>
      </Details>
      <Details
        summary={t('submissions.form.more-review')}
        open={inUse(state, ['useCases', 'testInstructions'])}
      >
        <div class="stack">
          <Long {...state} name="useCases" />
          <Long {...state} name="testInstructions" />
        </div>
      </Details>
    </FieldSet>
  )
}

/** What the pages of a draft asked, where they were answered. */
function EarlierAnswers({ values, errors }: FormState) {
  const { t } = usePageRequest()
  const names = answerNames.filter((name) => values[name] !== undefined)
  if (names.length === 0) return null
  return (
    <Details summary={t('answers.yours')} open={names.some((name) => errors[name] !== undefined)}>
      <AnswerFields names={names} values={values} errors={errors} />
    </Details>
  )
}

function AgreeFields({ values, errors, mayWait }: FormState & { readonly mayWait: boolean }) {
  const { t } = usePageRequest()
  return (
    <FieldSet legend={t('submissions.form.agree')}>
      {mayWait ? (
        <Field
          name="publishOnApproval"
          type="checkbox"
          label={t('submissions.field.publishOnApproval')}
          hint={t('submissions.field.publishOnApproval.hint')}
          checked={valueOf(values, 'publishOnApproval') !== ''}
        />
      ) : null}
      <Field
        name="acceptTerms"
        type="checkbox"
        label={t('submissions.field.acceptTerms')}
        hint={t('submissions.field.acceptTerms.hint')}
        checked={valueOf(values, 'acceptTerms') !== ''}
        error={errors['acceptTerms']}
        required
      />
    </FieldSet>
  )
}

function Text({
  name,
  values,
  errors,
  type = 'text',
  hint,
  required = false,
}: FormState & {
  readonly name: TextName
  readonly type?: 'text' | 'url'
  readonly hint?: string
  readonly required?: boolean
}) {
  const { t } = usePageRequest()
  return (
    <Field
      name={name}
      type={type}
      label={t(`submissions.field.${name}`)}
      hint={hint}
      value={valueOf(values, name)}
      error={errors[name]}
      required={required}
    />
  )
}

function Long({ name, values, errors }: FormState & { readonly name: 'useCases' | 'testInstructions' }) {
  const { t } = usePageRequest()
  return (
    <Field
      name={name}
      type="textarea"
      label={t(`submissions.field.${name}`)}
      hint={t(`submissions.field.${name}.hint`)}
      value={valueOf(values, name)}
      error={errors[name]}
      rows={4}
    />
  )
}
