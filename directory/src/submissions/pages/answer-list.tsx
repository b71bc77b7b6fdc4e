import { DefinitionList, usePageRequest, type TextKey } from '../../web/index.ts'
import {
  answerKinds,
  answerList,
  answerNames,
  answerText,
  type AnswerName,
  type Answers,
} from '../answers.ts'

/** What was answered beyond the short form; what was asked and left empty says so. */
export function AnswerList({ answers }: { readonly answers: Answers }) {
  const { t } = usePageRequest()
  const asked = answerNames.filter((name) => answers[name] !== undefined)
  return (
    <DefinitionList
      items={asked.map((name) => ({
        term: t(`answers.${name}`),
        value: answerText(answers, name) === '' ? '–' : <Answer answers={answers} name={name} />,
      }))}
    />
  )
}

function Answer({ answers, name }: { readonly answers: Answers; readonly name: AnswerName }) {
  const { t } = usePageRequest()
  const kind = answerKinds[name]
  if (!('choices' in kind)) return <Lines text={answerText(answers, name)} />
  if (kind.choices.length === 1) return <>✓</>
  return (
    <>
      {answerList(answers, name)
        .map((choice) => t(`answers.${name}.${choice}` as TextKey))
        .join('; ')}
    </>
  )
}

function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line) => (
        <>
          {line}
          <br />
        </>
      ))}
    </>
  )
}
