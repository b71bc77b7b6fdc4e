import { Sentence, Time, usePageRequest, type TextKey } from '../../web/index.ts'
import { awaitsAnswer, type Try } from '../model.ts'
import type { AccountView } from '../test-accounts.ts'

/** Where it stands, and when a reviewer opened it last. Never what is in it. */
export function AccountState({ view: { account, openings } }: { readonly view: AccountView }) {
  const { t } = usePageRequest()
  if (account === undefined) return <p>{t('test-accounts.none')}</p>
  const { end, givenAt, expiresAt, askedAt, confirmedAt, tried } = account
  const [last] = openings
  return (
    <>
      {end === null ? (
        <Dated text="test-accounts.sealed" at={givenAt} />
      ) : (
        <Dated text={`test-accounts.end.${end.why}`} at={end.at} />
      )}
      {last === undefined ? null : <Dated text="test-accounts.opened.last" at={last} />}
      {end === null && tried !== null ? <Dated text={triedText(tried)} at={tried.at} /> : null}
      {awaitsAnswer(account) && askedAt !== null ? (
        <Dated text="test-accounts.asked" at={askedAt} />
      ) : confirmedAt === null ? null : (
        <Dated text="test-accounts.confirmed" at={confirmedAt} />
      )}
      {expiresAt === null ? null : <Dated text="test-accounts.expires" at={expiresAt} />}
    </>
  )
}

function triedText(tried: Try): TextKey {
  if (tried.result === 'ok') return 'test-accounts.tried.ok'
  return tried.result === 'refused'
    ? `test-accounts.tried.refused.${tried.because}`
    : `test-accounts.tried.could-not-look.${tried.because}`
}

function Dated({ text, at }: { readonly text: TextKey; readonly at: Date }) {
  return (
    <p>
      <Sentence text={text} parts={{ date: <Time at={at} dateOnly /> }} />
    </p>
  )
}
