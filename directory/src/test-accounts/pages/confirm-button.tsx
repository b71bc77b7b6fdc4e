import { Actions, ButtonForm, usePageRequest } from '../../web/index.ts'
import { awaitsAnswer } from '../model.ts'
import type { AccountView } from '../test-accounts.ts'

/** One click for who was asked whether the account still works. */
export function ConfirmButton({
  view: { account },
  action,
}: {
  readonly view: AccountView
  readonly action: string
}) {
  const { t } = usePageRequest()
  if (account === undefined || !awaitsAnswer(account)) return null
  return (
    <Actions>
      <ButtonForm action={`${action}/confirm`} kind="primary">
        {t('test-accounts.confirm')}
      </ButtonForm>
    </Actions>
  )
}
