import type { SubmissionFacts } from '@connectory/checker'
import { answerList, answerText, type AnswerName, type Answers } from './answers.ts'
import type { Facts } from './facts.ts'

type ExamplePrompts = NonNullable<SubmissionFacts['examplePrompts']>
type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

/** What the form asks, as rules know it. A field that was left empty is empty; what is not asked stays out. */
export function answersOf(facts: Facts): SubmissionFacts {
  return {
    name: facts.name,
    tagline: facts.tagline,
    description: facts.descriptionMarkdown,
    websiteUrl: facts.publisherUrl ?? '',
    documentationUrl: facts.documentationUrl ?? '',
    privacyPolicyUrl: facts.privacyUrl,
    termsUrl: facts.termsUrl ?? '',
    support: facts.support,
    ...(facts.securityContact === null ? {} : { securityContact: facts.securityContact }),
    authMode: facts.auth === 'oauth' && facts.staticClient ? 'operator-client' : facts.auth,
    addressFilter: facts.addressFilter,
    ...(facts.answers !== undefined && askedFacts(facts.answers)),
  }
}

/** The names under which rules know these texts. */
const texts = {
  dpaUrl: 'dpaUrl',
  iconUrl: 'iconUrl',
  accountLimits: 'limits',
  geography: 'geography',
  requestLimits: 'requestLimits',
  fetchGuard: 'fetchGuard',
  whyNoLogin: 'whyNoLogin',
} as const satisfies Partial<Record<AnswerName, keyof SubmissionFacts>>

const claims = ['healthData', 'sponsoredContent', 'perUserClaims'] as const

/** Answers beyond the short form, as rules know them. */
export function askedFacts(answers: Answers): SubmissionFacts {
  const facts: Mutable<SubmissionFacts> = {}
  for (const [name, fact] of Object.entries(texts) as [
    keyof typeof texts,
    (typeof texts)[keyof typeof texts],
  ][]) {
    if (answers[name] !== undefined) facts[fact] = answerText(answers, name)
  }
  for (const claim of claims) {
    const said = answerText(answers, claim)
    if (said !== '') facts[claim] = said === 'yes'
  }
  if (answers.startsOpen !== undefined) facts.startsOpen = answerText(answers, 'startsOpen') === 'yes'
  if (answers.accountRequirements !== undefined) {
    const signUpUrl = answerText(answers, 'signUpUrl')
    facts.accountRequirements = { text: answerText(answers, 'accountRequirements'), signUpUrl }
  }
  if (answers.prompt1 !== undefined) facts.examplePrompts = examplePromptsOf(answers)
  if (answers.acknowledgements !== undefined || answers.commitments !== undefined) {
    facts.acknowledgements = [
      ...answerList(answers, 'acknowledgements'),
      ...answerList(answers, 'commitments'),
    ]
  }
  const urlOption = urlOptionOf(answers)
  return urlOption === undefined ? facts : { ...facts, urlOption }
}

/** Those that say what to ask. Tools are named with commas or spaces between them. */
export function examplePromptsOf(answers: Answers): ExamplePrompts {
  const given = ([1, 2, 3] as const).map((number) => ({
    prompt: answerText(answers, `prompt${number}`),
    expected: answerText(answers, `expected${number}`),
    tools: answerText(answers, `tools${number}`)
      .split(/[\s,;]+/)
      .filter((name) => name !== ''),
  }))
  return given.filter(({ prompt }) => prompt !== '')
}

/** A list has one address a line, with its label before it: `Europe https://eu.example.com/mcp`. */
function urlOptionOf(answers: Answers): SubmissionFacts['urlOption'] {
  const kind = answerText(answers, 'urlKind')
  if (kind === 'universal') return { kind }
  if (kind === 'pattern') {
    return { kind, pattern: answerText(answers, 'urlPattern'), sample: answerText(answers, 'urlSample') }
  }
  if (kind !== 'list') return undefined
  const lines = answerText(answers, 'urls').split('\n')
  const urls = lines.flatMap((line) => {
    const [, label = '', url = ''] = /^(.*?)\s*(\S+)$/.exec(line.trim()) ?? []
    return url === '' ? [] : [{ label: label === '' ? url : label, url }]
  })
  return { kind, urls }
}
