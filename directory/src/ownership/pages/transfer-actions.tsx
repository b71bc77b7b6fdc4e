import { OrderLines } from '../../proofs/index.ts'
import {
  Actions,
  Button,
  Callout,
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
import type { SentAnswer, TransferPageProps } from './transfer-page.tsx'

/** What this side can do now. */
export function TransferActions(props: TransferPageProps) {
  const { sides, transfer } = props
  const may = (name: TransferAnswer['name'] | 'proved') => allowsTransfer(transfer.state.status, name)
  const receiver = sides.includes('receiver')
  return (
    <>
      {receiver && may('proved') ? <Proof {...props} /> : null}
      {receiver && may('asked') ? <Ask {...props} /> : null}
      {sides.includes('operator') && may('approved') ? <Decide {...props} /> : null}
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

/** To an operator, where no proof is possible. */
function Ask({ transfer, sent }: TransferPageProps) {
  const { t, language } = usePageRequest()
  const own = sent?.name === 'asked' ? sent : undefined
  return (
    <form method="post" action={href(language, `${paths.transfers}/${transfer.id}/answers`)}>
      <FormToken />
      <input type="hidden" name="answer" value="asked" />
      <Stack>
        <Why label={t('ownership.transfer.words.asked')} sent={own} />
        <Actions>
          <Button kind="secondary">{t('ownership.transfer.answer.asked')}</Button>
        </Actions>
      </Stack>
    </form>
  )
}

/** What an operator decides, and why. */
function Decide({ transfer, sent }: TransferPageProps) {
  const { t, language } = usePageRequest()
  const choices = (['approved', 'refused'] as const).map((value) => ({
    value,
    label: t(`ownership.transfer.answer.${value}`),
  }))
  return (
    <Section title={t('ownership.transfer.operator')}>
      <form method="post" action={href(language, `${paths.transfers}/${transfer.id}/answers`)}>
        <FormToken />
        <Stack>
          <p>{t('ownership.transfer.operator.text')}</p>
          <Field
            type="radios"
            name="answer"
            label={t('ownership.transfer.decision')}
            values={sent === undefined ? [] : [sent.name]}
            choices={choices}
            required
          />
          <Why label={t('ownership.transfer.words.decided')} sent={sent} />
          <Actions>
            <Button>{t('ownership.transfer.operator')}</Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  )
}

function Why({ label, sent }: { readonly label: string; readonly sent: SentAnswer | undefined }) {
  return (
    <Field
      type="textarea"
      name="text"
      label={label}
      rows={3}
      maxlength={longestAnswer}
      value={sent?.text ?? ''}
      error={sent?.error}
      required
    />
  )
}

/** What the receiving organisation publishes where only who has the server can. */
function Proof({ transfer, order, sent }: TransferPageProps) {
  const { t, language } = usePageRequest()
  return (
    <Section title={t('ownership.transfer.proof')}>
      <Stack gap="tight">
        {sent?.name === 'proof' ? <Callout kind="bad">{sent.error}</Callout> : null}
        <OrderLines order={order} />
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
