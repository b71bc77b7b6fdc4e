import {
  Actions,
  Breadcrumbs,
  Button,
  Callout,
  Section,
  Field,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  Stack,
  usePageRequest,
  type Choice,
} from '../../web/index.ts'
import { levelsPath } from '../addresses.ts'
import { allowedMinutes, type LevelChange, type ShownLevels, type ShownTool } from '../set-levels.ts'
import { toolRules, type ToolRule } from '../tool-levels.ts'

type Side = LevelChange['of']

/** The field for every tool that is not named; each form has its own, for a label finds its field by name. */
export function allField(of: Side): string {
  return `${of}-all`
}

/** The field of one tool. */
export function toolField(of: Side, name: string): string {
  return `${of}-tool-${name}`
}

interface LevelsPageProps {
  readonly shown: ShownLevels
  /** The tool that a call was about. */
  readonly asked: string | undefined
}

/** What may be called at one server: for its person, and where they own the organisation for everybody in it. */
export function LevelsPage({ shown, asked }: LevelsPageProps) {
  const { t, language } = usePageRequest()
  const { endpoint, tools, ceiling, owner } = shown
  const crumbs = [{ label: t('connections.title'), href: href(language, paths.connections) }]
  const waiting = tools.find(({ name, level }) => name === asked && level === 'ask')
  return (
    <Page title={t('levels.title', { name: endpoint.name })} before={<Breadcrumbs items={crumbs} />}>
      <PageHeader title={t('levels.title', { name: endpoint.name })} lead={t('levels.lead')} />
      <Stack gap="wide">
        {waiting === undefined ? null : <Waiting slug={endpoint.slug} tool={waiting} />}
        {tools.length === 0 ? <p class="muted">{t('levels.none')}</p> : null}
        {ceiling === undefined ? null : (
          <Callout kind="info">{t('levels.ceiling-all', { rule: t(`levels.rule.${ceiling}`) })}</Callout>
        )}
        <Rules shown={shown} of="me" />
        {owner ? <Rules shown={shown} of="organisation" /> : null}
      </Stack>
    </Page>
  )
}

function Waiting({ slug, tool }: { readonly slug: string; readonly tool: ShownTool }) {
  const { t, language } = usePageRequest()
  return (
    <Section title={t('levels.ask-title', { tool: tool.name })}>
      <form method="post" action={href(language, `${levelsPath(slug)}/allow`)}>
        <Stack>
          <FormToken />
          <p>{tool.allowedUntil === undefined ? t('levels.ask-lead') : t('levels.allowed-now')}</p>
          <input type="hidden" name="tool" value={tool.name} />
          <Actions>
            <Button>{t('levels.ask-do', { minutes: allowedMinutes })}</Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  )
}

function Rules({ shown, of }: { readonly shown: ShownLevels; readonly of: Side }) {
  const { t, language } = usePageRequest()
  const { endpoint, tools } = shown
  const ours = of === 'organisation'
  const choices = (unset: string): readonly Choice[] => [
    { value: '', label: unset },
    ...toolRules.map((value) => ({ value, label: t(`levels.rule.${value}`) })),
  ]
  const ruleOf = (tool: ShownTool): ToolRule | undefined => (ours ? tool.ceiling : tool.own)
  return (
    <Section title={t(ours ? 'levels.ours' : 'levels.mine')}>
      <form method="post" action={href(language, levelsPath(endpoint.slug))}>
        <Stack>
          <FormToken />
          <input type="hidden" name="of" value={of} />
          <p class="muted">{t(ours ? 'levels.ours-lead' : 'levels.rules')}</p>
          <Field
            type="select"
            name={allField(of)}
            label={t('levels.all')}
            hint={ours ? undefined : t('levels.all.hint')}
            value={(ours ? shown.ceiling : shown.own) ?? ''}
            choices={choices(t(ours ? 'levels.rule.unset-ours' : 'levels.rule.unset-all'))}
          />
          {tools.map((tool) => (
            <Field
              type="select"
              name={toolField(of, tool.name)}
              label={tool.name}
              hint={ours ? t(`levels.kind.${tool.kind}`) : <Now tool={tool} />}
              value={ruleOf(tool) ?? ''}
              choices={choices(t('levels.rule.unset'))}
            />
          ))}
          <Actions>
            <Button>{t('levels.save')}</Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  )
}

function Now({ tool }: { readonly tool: ShownTool }) {
  const { t } = usePageRequest()
  const kind = t(`levels.kind.${tool.kind}`)
  const level = t(tool.allowedUntil === undefined ? `levels.level.${tool.level}` : 'levels.allowed-now')
  if (tool.ceiling === undefined) return <>{t('levels.now', { kind, level })}</>
  return <>{t('levels.now-ceiling', { kind, level, ceiling: t(`levels.rule.${tool.ceiling}`) })}</>
}
