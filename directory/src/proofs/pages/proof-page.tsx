import { defaultPolicy } from '@connectory/checker'
import { acceptedProof, allows, type SubmissionView } from '../../submissions/index.ts'
import {
  Actions,
  Breadcrumbs,
  Button,
  Callout,
  Card,
  CodeBlock,
  ErrorSummary,
  Field,
  FormToken,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Stack,
  usePageRequest,
} from '../../web/index.ts'

export interface ProofPageProps {
  readonly view: SubmissionView
  readonly hasKey: boolean
  readonly errors: Readonly<Record<string, string>>
}

/** How to make a signed report, and where to send it. */
export function ProofPage({ view, hasKey, errors }: ProofPageProps) {
  const { t, language } = usePageRequest()
  const { submission, revision } = view
  const back = href(language, `${paths.submissions}/${submission.id}`)
  return (
    <Page
      title={t('proofs.proof.title')}
      before={<Breadcrumbs items={[{ label: revision.facts.name, href: back }]} />}
      narrow
    >
      <PageHeader title={t('proofs.proof.title')} lead={t('proofs.proof.lead')} />
      <Stack>
        <ErrorSummary errors={errors} />
        <Accepted view={view} />
        <Card>
          <Stack>
            {hasKey ? null : (
              <Callout title={t('proofs.proof.key-first')}>
                <LinkButton href={href(language, paths.signingKeys)} kind="secondary">
                  {t('proofs.proof.key-link')}
                </LinkButton>
              </Callout>
            )}
            <CodeBlock title={t('proofs.proof.run')} code={command(revision.facts.serverUrl)} wrap />
            {allows(submission.state.status, 'proof-accepted') ? (
              <Send action={`${back}/proof`} errors={errors} />
            ) : (
              <p>{t('proofs.proof.closed')}</p>
            )}
          </Stack>
        </Card>
      </Stack>
    </Page>
  )
}

function Accepted({ view }: Pick<ProofPageProps, 'view'>) {
  const { t, language } = usePageRequest()
  const proof = acceptedProof(view)
  if (proof === undefined) return null
  const date = new Date(proof.startedAt).toLocaleDateString(language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  })
  return (
    <Callout kind="good" title={t('proofs.proof.accepted')}>
      <p>
        {t('proofs.proof.accepted-text', { count: proof.tools, date, key: `${proof.key.slice(0, 16)}…` })}
      </p>
    </Callout>
  )
}

function Send({ action, errors }: { readonly action: string } & Pick<ProofPageProps, 'errors'>) {
  const { t } = usePageRequest()
  return (
    <form class="stack" method="post" action={action} enctype="multipart/form-data" novalidate>
      <FormToken />
      <Field
        name="report"
        type="file"
        label={t('proofs.proof.file')}
        hint={t('proofs.proof.file-hint')}
        error={errors['report']}
        required
      />
      <Actions>
        <Button>{t('proofs.proof.do')}</Button>
      </Actions>
    </form>
  )
}

/** A quote inside an address ends the quoting of no shell: WHATWG URLs write it as %27. */
function command(serverUrl: string): string {
  return [
    `npx connectory check '${serverUrl}' \\`,
    `  --policy ${defaultPolicy.id} --call all --test-account \\`,
    '  --sign report.jws --key key.json',
  ].join('\n')
}
