import { answerKinds, isAnswerName, type AnswerName, type FactsField } from '../submissions/index.ts'

/** Every question of a draft. */
export type FieldName = FactsField | AnswerName | 'staticClient' | 'addressFilter' | 'publishOnApproval'

/** The questions, a page each; the last page asks nothing and sends the draft. */
const questions = {
  server: ['serverUrl', 'urlKind', 'urls', 'urlPattern', 'urlSample', 'addressFilter', 'whyNoLogin'],
  publisher: ['publisherName', 'publisherUrl', 'support', 'securityContact', 'privacyContact'],
  tools: ['access', 'toolsRun', 'requestLimits', 'fetchGuard'],
  listing: ['name', 'tagline', 'description', 'categories', 'iconUrl', 'documentationUrl', 'pluginUrl'],
  uses: [
    'prompt1',
    'expected1',
    'tools1',
    'prompt2',
    'expected2',
    'tools2',
    'prompt3',
    'expected3',
    'tools3',
    'accountRequirements',
    'signUpUrl',
    'accountLimits',
  ],
  access: ['auth', 'staticClient', 'startsOpen', 'perUserClaims'],
  data: [
    'ownership',
    'healthData',
    'sponsoredContent',
    'privacyUrl',
    'termsUrl',
    'dpaUrl',
    'geography',
    'commitments',
  ],
  test: ['testInstructions', 'testAccountData', 'testAccountUntil', 'released'],
  agree: ['acknowledgements', 'publishOnApproval', 'acceptTerms'],
  review: [],
} as const satisfies Readonly<Record<string, readonly FieldName[]>>

export type StepName = keyof typeof questions

export const stepNames = Object.keys(questions) as readonly StepName[]

export function fieldsOf(step: StepName): readonly FieldName[] {
  return questions[step]
}

/** What is asked on a page and kept elsewhere than in the draft. */
const besides = {
  domainProof: 'server',
  contactProof: 'publisher',
  testAccount: 'test',
} as const satisfies Readonly<Record<string, StepName>>

/** Whatever can be open on a page. */
export type Asked = FieldName | keyof typeof besides

function isBesides(asked: Asked): asked is keyof typeof besides {
  return Object.hasOwn(besides, asked)
}

export function parseStep(text: string | undefined): StepName | undefined {
  return stepNames.find((step) => step === text)
}

/** The page that asks this. */
export function stepOf(field: Asked): StepName {
  if (isBesides(field)) return besides[field]
  const step = stepNames.find((name) => fieldsOf(name).includes(field))
  if (step === undefined) throw new Error(`No step asks for ${field}.`)
  return step
}

/** In the order of the pages; what is kept elsewhere stands below the questions. */
export function placeOf(asked: Asked): number {
  if (isBesides(asked)) return allFields.indexOf(fieldsOf(besides[asked]).at(-1) ?? 'name') + 0.5
  return allFields.indexOf(asked)
}

export function after(step: StepName): StepName | undefined {
  return stepNames[stepNames.indexOf(step) + 1]
}

export function before(step: StepName): StepName | undefined {
  return stepNames[stepNames.indexOf(step) - 1]
}

/** Every question, in the order of the pages. */
export const allFields: readonly FieldName[] = stepNames.flatMap((step) => fieldsOf(step))

/** How a question of the short form is asked. */
export type Control =
  | { readonly is: 'line' | 'address' | 'paragraph' | 'tick' | 'categories' }
  | { readonly is: 'one'; readonly choices: readonly string[] }

const controls: Readonly<Partial<Record<FieldName, Control>>> = {
  serverUrl: { is: 'address' },
  addressFilter: { is: 'tick' },
  publisherUrl: { is: 'address' },
  description: { is: 'paragraph' },
  categories: { is: 'categories' },
  documentationUrl: { is: 'address' },
  auth: { is: 'one', choices: ['oauth', 'none'] },
  staticClient: { is: 'tick' },
  privacyUrl: { is: 'address' },
  termsUrl: { is: 'address' },
  testInstructions: { is: 'paragraph' },
  publishOnApproval: { is: 'tick' },
  acceptTerms: { is: 'tick' },
}

export function controlOf(field: Exclude<FieldName, AnswerName>): Control {
  return controls[field] ?? { is: 'line' }
}

export function isChoiceOfMany(field: FieldName): boolean {
  return isAnswerName(field) ? answerKinds[field].is === 'some' : field === 'categories'
}

/** Asked behind a line: most servers have one address for everybody. */
export function isRare(field: FieldName): boolean {
  return field === 'urls' || field === 'urlPattern' || field === 'urlSample'
}
