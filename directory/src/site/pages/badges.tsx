import { CodeBlock, Details, Section, Stack, usePageRequest } from '../../web/index.ts'
import { badgeKinds, type BadgeKindName } from '../badge.ts'
import { escapeMarkup } from '../escape-markup.ts'

interface BadgesProps {
  readonly slug: string
  readonly name: string
  readonly publicUrl: URL
}

/** Each badge as it is now, with what to copy. */
export function Badges(props: BadgesProps) {
  const { t } = usePageRequest()
  return (
    <Section title={t('dashboard.badges')} lead={t('dashboard.badges.lead')}>
      <Stack>
        {badgeKinds.map((kind) => (
          <OneBadge {...props} kind={kind} />
        ))}
      </Stack>
    </Section>
  )
}

function OneBadge({ slug, name, publicUrl, kind }: BadgesProps & { readonly kind: BadgeKindName }) {
  const { t, language } = usePageRequest()
  const path = `/connectors/${slug}`
  const picture = `${path}/badge.svg?kind=${kind}${language === 'en' ? '' : `&lang=${language}`}`
  const [image, page] = [new URL(picture, publicUrl).href, new URL(path, publicUrl).href]
  const what = t(`dashboard.badges.${kind}`)
  const title = (format: 'markdown' | 'html') => `${what}: ${t(`dashboard.badges.${format}`)}`
  return (
    <Stack gap="tight">
      <p>
        <img src={picture} alt={what} height={20} />
      </p>
      <Details summary={`${what} (${t(`dashboard.badges.markdown`)}, ${t(`dashboard.badges.html`)})`}>
        <Stack gap="tight">
          <CodeBlock code={`[![${altIn(name)}](${image})](${page})`} title={title('markdown')} wrap />
          <CodeBlock
            code={`<a href="${page}"><img src="${escapeMarkup(image)}" alt="${escapeMarkup(name)}" height="20"></a>`}
            title={title('html')}
            wrap
          />
        </Stack>
      </Details>
    </Stack>
  )
}

/** What would end the text of a link in Markdown is left out. */
function altIn(name: string): string {
  return name.replaceAll(/[[\]\\]/g, '')
}
