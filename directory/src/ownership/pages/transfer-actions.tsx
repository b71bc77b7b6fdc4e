import {
  Actions,
  Button,
  Callout,
  CodeBlock,
  Field,
  FormToken,
  href,
  paths,
  Section,
  Stack,
  usePageRequest,
  type ButtonKind,
} from '../../web/index.ts'
import { longestAnswer, type TransferAnswer } from '../answer.ts'
import { allowsTransfer } from '../transfer.ts'
import type { TransferPageProps } from './transfer-page.tsx'

/** What this side can do now. */
export function TransferActions(props: TransferPageProps) {
  const { t } = usePageRequest()
  const { sides, transfer } = props
  const may = (name: TransferAnswer['name'] | 'proved') => allowsTransfer(transfer.state.status, name)
  const receiver = sides.includes('receiver')
  return (
    <>
      {receiver && may('proved') ? <Proof {...props} /> : null}
      {receiver && may('asked') ? <Words {...props} answer="asked" kind="secondary" /> : null}
      {sides.includes('operator') && may('approved') ? (
        <Section title={t('ownership.transfer.operator')}>
          <p>{t('ownership.transfer.operator.text')}</p>
          <Words {...props} answer="approved" kind="primary" />
          <Words {...props} answer="refused" kind="danger" />
        </Section>
      ) : null}
      {receiver && may('accepted') ? <Plain {...props} answer="accepted" kind="primary" /> : null}
      {receiver && may('declined') ? <Plain {...props} answer="declined" kind="secondary" /> : null}
      {sides.includes('giver') && may('withdrawn') ? (
        <Plain {...props} answer="withdrawn" kind="danger" />
      ) : null}
    </>
  )
}

type Button = TransferPageProps & { readonly answer: TransferAnswer['name']; readonly kind: ButtonKind }

function Plain({ transfer, answer, kind }: Button) {
  const { t, language } = usePageRequest()
  return (
    <form method="post" action={href(language, `${paths.transfers}/${transfer.id}/answers`)}>
      <FormToken />
      <input type="hidden" name="answer" value={answer} />
      <Actions>
        <Button kind={kind}>{t(`ownership.transfer.answer.${answer}`)}</Button>
      </Actions>
    </form>
  )
}

function Words({ transfer, answer, kind, sent }: Button) {
  const { t, language } = usePageRequest()
  const own = sent?.name === answer ? sent : undefined
  return (
    <form method="post" action={href(language, `${paths.transfers}/${transfer.id}/answers`)}>
      <FormToken />
      <input type="hidden" name="answer" value={answer} />
      <Field
        type="textarea"
        name="text"
        label={t(`ownership.transfer.words.${answer === 'asked' ? 'asked' : 'decided'}`)}
        rows={3}
        maxlength={longestAnswer}
        value={own?.text ?? ''}
        error={own?.error}
        required
      />
      <Actions>
        <Button kind={kind}>{t(`ownership.transfer.answer.${answer}`)}</Button>
      </Actions>
    </form>
  )
}

/** What the receiving organisation publishes where only who has the server can. */
function Proof({ transfer, order, sent }: TransferPageProps) {
  const { t, language } = usePageRequest()
  return (
    <Section title={t('ownership.transfer.proof')}>
      <Stack gap="tight">
        {sent?.name === 'proof' ? <Callout kind="bad">{sent.error}</Callout> : null}
        <p>{t('ownership.transfer.proof.text')}</p>
        <CodeBlock code={order.text} title={order.file} wrap />
        {order.record === null ? null : (
          <>
            <p>{t('ownership.transfer.proof.or')}</p>
            <CodeBlock code={order.text} title={`TXT ${order.record}`} wrap />
          </>
        )}
        <form method="post" action={href(language, `${paths.transfers}/${transfer.id}/proof`)}>
          <FormToken />
          <Actions>
            <Button>{t('ownership.transfer.proof.send')}</Button>
          </Actions>
        </form>
      </Stack>
    </Section>
  )
}
