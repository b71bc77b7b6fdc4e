import { Actions, ButtonForm, usePageRequest } from '../../web/index.ts'
import { awaitsAnswer, mayBeMended } from '../model.ts'
import type { AccountView } from '../test-accounts.ts'

/** One click for who was asked whether the account still works, or has mended what a program saw refused. */
export function ConfirmButton({
  view: { account },
  action,
}: {
  readonly view: AccountView
  readonly action: string
}) {
  const { t } = usePageRequest()
  if (account === undefined || !(awaitsAnswer(account) || mayBeMended(account))) return null
  return (
    <Actions>
      <ButtonForm action={`${action}/confirm`} kind="primary">
        {t('test-accounts.confirm')}
      </ButtonForm>
    </Actions>
  )
}
