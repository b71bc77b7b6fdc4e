import { raw } from 'hono/html'
import { usePageRequest } from '../page-context.ts'

/** Copies `text`, or the code of the block that it stands in, when pressed; without JavaScript it is not there. */
export function CopyButton({ text, label }: { readonly text?: string; readonly label?: string | undefined }) {
  const { t } = usePageRequest()
  return (
    <copy-button data-text={text} data-done={t('shell.copied')}>
      <button class="button button-quiet button-small" type="button" hidden>
        {label ?? t('shell.copy')}
      </button>
      <span class="visually-hidden" role="status" />
    </copy-button>
  )
}

/** Code to read or to copy. `title` names it for those who cannot see it, and stands above it. */
export function CodeBlock({
  code,
  title,
  wrap,
}: {
  readonly code: string
  readonly title?: string | undefined
  readonly wrap?: boolean | undefined
}) {
  const { t } = usePageRequest()
  const name = title ?? t('shell.code')
  return (
    <figure class="code-block">
      <figcaption class="code-block-bar">
        <span>{name}</span>
        <CopyButton />
      </figcaption>
      <pre class={wrap === true ? 'code-wrap' : undefined} tabindex={0} role="region" aria-label={name}>
        <code>{code}</code>
      </pre>
    </figure>
  )
}

type LineKind = 'added' | 'removed' | 'place' | 'same'

function lineKind(line: string): LineKind {
  if (line.startsWith('@@') || line.startsWith('+++') || line.startsWith('---')) return 'place'
  if (line.startsWith('+')) return 'added'
  return line.startsWith('-') ? 'removed' : 'same'
}

/** A unified diff. Signs stay in the text, so that colour is never the only difference. */
export function DiffBlock({ patch, title }: { readonly patch: string; readonly title?: string | undefined }) {
  const { t } = usePageRequest()
  const name = title ?? t('shell.patch')
  return (
    <figure class="code-block">
      <figcaption class="code-block-bar">
        <span>{name}</span>
        <CopyButton text={patch} />
      </figcaption>
      <pre tabindex={0} role="region" aria-label={name}>
        <code class="diff">
          {patch
            .replace(/\n$/, '')
            .split('\n')
            .map((line) => (
              <span class={`diff-${lineKind(line)}`}>{`${line}\n`}</span>
            ))}
        </code>
      </pre>
    </figure>
  )
}

/** HTML that was made from Markdown and cleaned by the caller. Nothing else may come in here. */
export function Markdown({ sanitisedHtml }: { readonly sanitisedHtml: string }) {
  return <div class="prose">{raw(sanitisedHtml)}</div>
}
