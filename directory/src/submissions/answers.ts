/** Longest texts, in code points. */
const line = 300
const paragraph = 1_000
const page = 500

/** How an answer is judged; a choice that is not made is an empty text. */
export type AnswerKind =
  | { readonly is: 'text' | 'page' | 'contact' | 'day'; readonly limit: number }
  | { readonly is: 'one'; readonly choices: readonly string[] }
  | { readonly is: 'some'; readonly choices: readonly string[] }

const text = (limit: number) => ({ is: 'text', limit }) as const
const address = { is: 'page', limit: page } as const
const tick = { is: 'one', choices: ['yes'] } as const
const yesOrNo = { is: 'one', choices: ['yes', 'no'] } as const

/** What a publisher acknowledges one by one before a submission. */
export const acknowledgements = [
  'guidelines',
  'first-party',
  'no-transfers',
  'no-generated-media',
  'no-injection',
  'no-conversation-data',
  'public-docs',
] as const

/** What a publisher promises for as long as the connector is listed. */
export const commitments = ['data-rights', 'permitted-use', 'maintained'] as const

/** Every question beyond the short form. */
export const answerKinds = {
  urlKind: { is: 'one', choices: ['universal', 'list', 'pattern'] },
  urls: text(4_000),
  urlPattern: text(page),
  urlSample: text(page),
  whyNoLogin: text(paragraph),
  privacyContact: { is: 'contact', limit: page },
  access: { is: 'one', choices: ['read', 'write', 'both'] },
  toolsRun: tick,
  requestLimits: text(paragraph),
  fetchGuard: text(paragraph),
  iconUrl: address,
  pluginUrl: address,
  prompt1: text(line),
  expected1: text(page),
  tools1: text(line),
  prompt2: text(line),
  expected2: text(page),
  tools2: text(line),
  prompt3: text(line),
  expected3: text(page),
  tools3: text(line),
  accountRequirements: text(paragraph),
  signUpUrl: address,
  accountLimits: text(paragraph),
  startsOpen: tick,
  perUserClaims: yesOrNo,
  ownership: { is: 'one', choices: ['own', 'partner', 'third-party'] },
  healthData: yesOrNo,
  sponsoredContent: yesOrNo,
  dpaUrl: address,
  geography: text(page),
  commitments: { is: 'some', choices: commitments },
  testAccountData: text(2_000),
  testAccountUntil: { is: 'day', limit: 10 },
  released: yesOrNo,
  acknowledgements: { is: 'some', choices: acknowledgements },
} as const satisfies Readonly<Record<string, AnswerKind>>

export type AnswerName = keyof typeof answerKinds

export const answerNames = Object.keys(answerKinds) as readonly AnswerName[]

/**
 * What a publisher answered beyond the short form, frozen with the revision. A name that is absent was not asked; an
 * empty text was asked and left empty.
 */
export type Answers = Readonly<Partial<Record<AnswerName, string | readonly string[]>>>

export function isAnswerName(name: string): name is AnswerName {
  return Object.hasOwn(answerKinds, name)
}

/** One text; empty for what was not asked. */
export function answerText(answers: Answers, name: AnswerName): string {
  const value = answers[name]
  return typeof value === 'string' ? value : (value ?? []).join(', ')
}

/** What was chosen of several. */
export function answerList(answers: Answers, name: AnswerName): readonly string[] {
  const value = answers[name] ?? []
  return typeof value === 'string' ? [value].filter((one) => one !== '') : value
}
