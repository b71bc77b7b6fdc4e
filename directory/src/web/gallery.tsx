import { Badge, HintBadges, StatusPill, type SubmissionStatus } from './components/badge.tsx'
import { Button, LinkButton } from './components/button.tsx'
import { CodeBlock, DiffBlock, Markdown } from './components/code.tsx'
import { DefinitionList, Details, Table, Time } from './components/data.tsx'
import { Field } from './components/field.tsx'
import { FindingCard } from './components/finding.tsx'
import { Actions, ErrorSummary, FieldRow, FieldSet, FormToken } from './components/form.tsx'
import {
  Breadcrumbs,
  Callout,
  Card,
  Cluster,
  EmptyState,
  Grid,
  PageHeader,
  Section,
  Stack,
  WithAside,
} from './components/layout.tsx'
import { Monogram } from './components/monogram.tsx'
import { Pagination, Tabs } from './components/navigation.tsx'
import { LiveRegion, ProgressSteps } from './components/progress.tsx'
import { galleryWords as words } from './gallery-words.ts'
import { href } from './language.ts'
import { usePageRequest } from './page-context.ts'
import { Page } from './page.tsx'

const statuses: readonly SubmissionStatus[] = [
  'draft',
  'checking',
  'in-review',
  'changes-requested',
  'rejected',
  'approved',
  'published',
  'withdrawn',
  'delisted',
]

function Cards() {
  return (
    <Grid>
      {words.listings.map(({ name, tagline, tools }) => (
        <Card
          title={name}
          href="#cards"
          icon={<Monogram name={name} />}
          footer={
            <>
              <Badge kind="good">{words.verified}</Badge>
              <span>{tools}</span>
            </>
          }
        >
          <p class="muted">{tagline}</p>
        </Card>
      ))}
    </Grid>
  )
}

function Words() {
  return (
    <Stack>
      <Cluster>
        <Button>{words.primary}</Button>
        <Button kind="secondary">{words.secondary}</Button>
        <Button kind="quiet">{words.quiet}</Button>
        <Button kind="danger">{words.danger}</Button>
        <LinkButton href="#buttons" small>
          {words.primary}
        </LinkButton>
        <LinkButton href="#buttons" kind="secondary" small>
          {words.secondary}
        </LinkButton>
      </Cluster>
      <Cluster>
        {statuses.map((status) => (
          <StatusPill status={status} />
        ))}
      </Cluster>
      <Cluster>
        <HintBadges hints={{ readOnlyHint: true, openWorldHint: true }} />
        <HintBadges hints={{ readOnlyHint: false, destructiveHint: false }} />
        <HintBadges hints={{ destructiveHint: true }} />
        <HintBadges hints={{}} />
      </Cluster>
    </Stack>
  )
}

function Notes() {
  return (
    <Stack>
      <Callout title={words.callout.info.title}>
        <p>{words.callout.info.text}</p>
      </Callout>
      <Callout kind="warn" title={words.callout.warn.title}>
        <p>{words.callout.warn.text}</p>
      </Callout>
      <Callout kind="bad" title={words.callout.bad.title}>
        <p>{words.callout.bad.text}</p>
      </Callout>
      <Callout kind="good">
        <p>{words.callout.good.text}</p>
      </Callout>
      <EmptyState
        title={words.empty.title}
        action={<LinkButton href="#notes">{words.empty.action}</LinkButton>}
      >
        <p>{words.empty.text}</p>
      </EmptyState>
    </Stack>
  )
}

function Questions() {
  const { form } = words
  const { language } = usePageRequest()
  return (
    <form method="post" action={href(language, '/gallery')}>
      <FormToken />
      <ErrorSummary errors={{ url: form.url.error, category: form.category.error }} />
      <Field name="name" label={form.name.label} hint={form.name.hint} required maxlength={100} />
      <Field
        name="url"
        type="url"
        label={form.url.label}
        hint={form.url.hint}
        error={form.url.error}
        value={form.url.value}
        required
      />
      <FieldSet legend={form.legend}>
        <Field
          name="description"
          type="textarea"
          label={form.description.label}
          hint={form.description.hint}
        />
        <Field
          name="kind"
          type="select"
          label={form.kind.label}
          choices={form.kind.choices}
          value="b"
          required
        />
        <Field
          name="category"
          type="checkboxes"
          label={form.category.label}
          error={form.category.error}
          values={['a']}
          choices={form.category.choices}
        />
        <Field
          name="auth"
          type="radios"
          label={form.auth.label}
          values={['b']}
          choices={form.auth.choices}
          required
        />
        <Field name="terms" type="checkbox" label={form.terms.label} hint={form.terms.hint} required />
      </FieldSet>
      <Actions>
        <Button>{words.primary}</Button>
        <Button kind="quiet" name="action" value="draft">
          {words.quiet}
        </Button>
      </Actions>
    </form>
  )
}

function Data() {
  const { data } = words
  return (
    <Stack>
      <Tabs
        label={data.title}
        tabs={data.tabs.map((label, index) => ({
          label,
          href: '#data',
          current: index === 0,
          count: index * 1300,
        }))}
      />
      <form method="get">
        <FieldRow>
          <Field name="filter-words" label={data.columns.name} required />
          <Field
            name="filter-kind"
            type="select"
            label={words.form.kind.label}
            choices={words.form.kind.choices}
            required
          />
          <Button kind="secondary">{words.secondary}</Button>
        </FieldRow>
      </form>
      <Table
        caption={data.caption}
        columns={[
          { title: data.columns.name, cell: (row) => <a href="#data">{row.name}</a> },
          { title: data.columns.status, cell: (row) => <StatusPill status={row.status} /> },
          { title: data.columns.due, cell: (row) => <Time at={new Date(row.due)} /> },
          { title: data.columns.findings, cell: (row) => row.findings, numeric: true },
        ]}
        rows={data.rows}
      />
      <Pagination next="#data" previous="#data" summary={data.summary} />
      <DefinitionList items={data.definitions} />
      <ol class="timeline">
        {data.rows.map(({ name, due }) => (
          <li>
            <div>{name}</div>
            <div class="muted">
              <Time at={new Date(due)} dateOnly />
            </div>
          </li>
        ))}
      </ol>
      <Details summary={data.details.summary}>
        <p>{data.details.text}</p>
      </Details>
    </Stack>
  )
}

function Review() {
  const { review } = words
  return (
    <WithAside
      aside={
        <LiveRegion src="/gallery/live" everyMs={100} active>
          <ProgressSteps label={review.progress} steps={review.steps} />
        </LiveRegion>
      }
    >
      {review.findings.map((finding) => (
        <FindingCard {...finding} />
      ))}
    </WithAside>
  )
}

/** Every component on one page, in states that real pages have. For tests and for looking; the product has no route to it. */
export function Gallery() {
  const { sections } = words
  return (
    <Page
      title={words.title}
      description={words.lead}
      hero={
        <>
          <h1>{words.hero}</h1>
          <p class="lead">{words.lead}</p>
        </>
      }
    >
      <Breadcrumbs items={words.crumbs} />
      <PageHeader
        title={<span>{words.title}</span>}
        level={2}
        lead={words.lead}
        eyebrow={<StatusPill status="in-review" />}
        actions={<LinkButton href="#top">{words.primary}</LinkButton>}
      />
      <Section title={sections.cards} id="cards" lead={words.lead}>
        <Cards />
      </Section>
      <Section title={sections.buttons} id="buttons">
        <Words />
      </Section>
      <Section title={sections.notes} id="notes">
        <Notes />
      </Section>
      <Section title={sections.form} id="form">
        <Questions />
      </Section>
      <Section title={sections.data} id="data">
        <Data />
      </Section>
      <Section title={sections.review} id="review">
        <Review />
      </Section>
      <Section title={sections.code} id="code">
        <Stack>
          <CodeBlock code={words.code} title={words.codeTitle} />
          <DiffBlock patch={words.patch} />
          <Markdown sanitisedHtml={words.markdown} />
        </Stack>
      </Section>
    </Page>
  )
}

/** What the live region of the gallery becomes. */
export function GalleryLive() {
  const { review } = words
  return <ProgressSteps label={review.progress} steps={review.stepsLater} />
}
