import {
  Actions,
  Button,
  EmptyState,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  usePageRequest,
} from '../../web/index.ts'
import { SettingForm } from './settings-page.tsx'

interface AddressPageProps {
  readonly token: string
  /** Undefined when the link has ended or is for somebody else. */
  readonly address: string | undefined
}

/** Where the link in the mail leads. A button, so that programs that open links confirm nothing. */
export function AddressPage({ token, address }: AddressPageProps) {
  const { t, language } = usePageRequest()
  return (
    <Page title={t('notices.address')} narrow>
      <PageHeader title={t('notices.address')} />
      {address === undefined ? (
        <EmptyState
          title={t('notices.address.ended')}
          action={
            <LinkButton href={href(language, paths.noticeSettings)}>{t('notices.settings')}</LinkButton>
          }
        >
          <p>{t('notices.address.ended.do')}</p>
        </EmptyState>
      ) : (
        <SettingForm to={`/address/${token}`}>
          <p>{t('notices.address.ask', { address })}</p>
          <Actions>
            <Button>{t('notices.address.confirm')}</Button>
          </Actions>
        </SettingForm>
      )}
    </Page>
  )
}
