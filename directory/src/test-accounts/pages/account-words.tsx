import { CodeBlock, Stack, usePageRequest } from '../../web/index.ts'
import type { Words } from '../model.ts'

/** What a reviewer reads after opening it. */
export function AccountWords({ words: { way = 'person', name, secret, hints } }: { readonly words: Words }) {
  const { t } = usePageRequest()
  return (
    <Stack>
      {way === 'person' ? null : <p>{t(`test-accounts.way.${way}`)}</p>}
      <CodeBlock title={t('test-accounts.name')} code={name} wrap />
      <CodeBlock title={t('test-accounts.secret')} code={secret} wrap />
      {hints === '' ? null : <CodeBlock title={t('test-accounts.hints')} code={hints} wrap />}
    </Stack>
  )
}
