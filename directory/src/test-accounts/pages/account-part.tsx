import {
  Actions,
  ButtonForm,
  Callout,
  Card,
  Details,
  Field,
  fieldId,
  FormCard,
  PageHeader,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import { fields, longest, parseWords, wayIn, ways, type Typed, type WordsForm } from '../model.ts'
import type { AccountView } from '../test-accounts.ts'
import { AccountState } from './account-state.tsx'

interface PartProps {
  /** Of a page that is about it alone. */
  readonly title?: string
  readonly view: AccountView
  /** Where the form is sent; behind it `/remove`. */
  readonly action: string
  /** Without it nothing can be submitted. */
  readonly needed?: boolean
  /** A form that was refused. */
  readonly sent?: WordsForm | undefined
}

/** Where a publisher gives, replaces and takes back the account, and sees who opened it when. */
export function AccountPart({ title, ...props }: PartProps) {
  const { t } = usePageRequest()
  const lead = t('test-accounts.lead')
  if (title === undefined) {
    return (
      <Section id={fieldId('testAccount')} title={t('test-accounts.title')} lead={lead}>
        <Account {...props} />
      </Section>
    )
  }
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <Account {...props} />
    </>
  )
}

function Account({ view, action, sent, needed }: Omit<PartProps, 'title'>) {
  const { t } = usePageRequest()
  const sealed = view.account !== undefined && view.account.end === null
  return (
    <Stack>
      {needed === true && !sealed ? (
        <Callout kind="warn">
          <AccountState view={view} />
        </Callout>
      ) : (
        <Card>
          <AccountState view={view} />
          {sealed ? <p>{t('test-accounts.write-only')}</p> : null}
          {sealed ? (
            <Actions>
              <ButtonForm action={`${action}/remove`}>{t('test-accounts.remove')}</ButtonForm>
            </Actions>
          ) : null}
        </Card>
      )}
      {sealed ? (
        <Details summary={t('test-accounts.replace')} open={sent !== undefined}>
          <WordsForm action={action} sent={sent} />
        </Details>
      ) : (
        <WordsForm action={action} sent={sent} />
      )}
      <Openings view={view} />
    </Stack>
  )
}

/** What was typed comes back, except the secret. */
function WordsForm({ action, sent = {} }: Pick<PartProps, 'action' | 'sent'>) {
  const { t } = usePageRequest()
  const errors = errorsIn(sent, t)
  const typed = (part: Typed): string => [sent[fields[part]] ?? ''].flat().join('\n')
  const about = (part: Typed) => ({
    name: fields[part],
    label: t(`test-accounts.${part}`),
    hint: t(`test-accounts.${part}.hint`),
    error: errors[fields[part]],
    maxlength: longest[part],
  })
  return (
    <FormCard action={action} errors={errors} send={t('test-accounts.give')}>
      <Field
        type="select"
        name={fields.way}
        label={t('test-accounts.way')}
        hint={t('test-accounts.way.hint')}
        value={wayIn(sent)}
        required
        choices={ways.map((value) => ({ value, label: t(`test-accounts.way.${value}`) }))}
      />
      <Field {...about('name')} value={typed('name')} autocomplete="off" required />
      <Field {...about('secret')} type="textarea" rows={3} code required />
      <Field {...about('hints')} type="textarea" value={typed('hints')} rows={3} />
    </FormCard>
  )
}

function errorsIn(sent: WordsForm, t: ReturnType<typeof usePageRequest>['t']): Record<string, string> {
  if (Object.keys(sent).length === 0) return {}
  const parsed = parseWords(sent)
  if ('words' in parsed) return {}
  return Object.fromEntries(
    Object.entries(parsed.faults).map(([part, fault]) => [
      fields[part as Typed],
      t(`test-accounts.fault.${fault}`, {
        field: t(`test-accounts.${part as Typed}`),
        limit: longest[part as Typed],
      }),
    ]),
  )
}

function Openings({ view: { openings } }: Pick<PartProps, 'view'>) {
  const { t } = usePageRequest()
  if (openings.length === 0) return null
  return (
    <div>
      <p>{t('test-accounts.openings')}</p>
      <ul>
        {openings.map((at) => (
          <li>
            <Time at={at} />
          </li>
        ))}
      </ul>
    </div>
  )
}
