import type { SubmissionFacts } from '../submission.ts'
import { domainsOf } from './domains.ts'
import { doesNotApply, notRequested, seen, type Evidence, type Looked } from './evidence.ts'
import type { Facts, OpeningFacts } from './facts.ts'
import type { AccountFacts, AvailabilityFacts, DocumentationFacts, ListingTextFacts } from './form-facts.ts'
import { collectIcons } from './icons.ts'
import { documentOf, type Pages } from './page.ts'
import { documentationWords, policyWords } from './topic-words.ts'
import { topicsOf } from './topics.ts'
import { urlOptionOf } from './url-option.ts'
import type { Visit } from './visit.ts'

const pageParts = [
  'review',
  'policyTopics',
  'documentation',
  'terms',
  'processingTerms',
  'account',
  'domains',
  'urlOption',
  'siteIcon',
  'customIcon',
] as const
const answerParts = [
  'listingText',
  'examplePrompts',
  'statedLimits',
  'fetchGuard',
  'healthData',
  'sponsoredContent',
  'perUserClaims',
  'acknowledged',
  'declaredLogin',
  'addressFilter',
] as const

type PageName = (typeof pageParts)[number]
type AnswerName = (typeof answerParts)[number]
type Parts<Name extends keyof Facts> = { readonly [One in Name]: Looked<Facts[One]> }
export type FormParts = Parts<PageName | AnswerName | 'availability'>

/** What a submission answers, and the pages that it names. What was not asked is not requested. */
export async function collectForm(
  visit: Visit,
  pages: Pages,
  openings: Evidence['parts']['openings'],
  submission?: SubmissionFacts,
): Promise<FormParts> {
  const blocked = openings.looked ? blockIn(openings.value) : undefined
  const availability = availabilityOf(blocked, submission)
  if (!submission) return { ...nothing(), availability }
  return { ...answersOf(submission), ...(await pagesOf(visit, pages, submission)), availability }
}

function nothing(): Parts<PageName | AnswerName> {
  const because = (name: PageName | AnswerName): string => {
    if (name === 'review') return 'no-review'
    return answerParts.some((answer) => answer === name) ? 'no-form' : 'no-submission'
  }
  const names = [...pageParts, ...answerParts]
  // Every name of the two lists, and nothing else.
  return Object.fromEntries(names.map((name) => [name, notRequested(because(name))])) as unknown as Parts<
    PageName | AnswerName
  >
}

async function pagesOf(visit: Visit, pages: Pages, submission: SubmissionFacts): Promise<Parts<PageName>> {
  const { privacyPolicyUrl = '', documentationUrl, termsUrl, dpaUrl, urlOption } = submission
  const policyTopics = privacyPolicyUrl
    ? topicsOf(await pages(privacyPolicyUrl, 'privacy policy'), policyWords, 'no-policy')
    : doesNotApply('no-policy')
  return {
    review: seen({ asked: true }),
    policyTopics,
    documentation: await answered(documentationUrl, (url) => documentationOf(pages, url)),
    terms: await answered(termsUrl, (url) => namedPage(pages, url, 'terms of service')),
    processingTerms: await answered(dpaUrl, (url) =>
      url === '' ? doesNotApply('not-offered') : namedPage(pages, url, 'data-processing terms'),
    ),
    account: await answered(submission.accountRequirements, (one) => accountOf(pages, one)),
    domains: seen(await domainsOf(visit.url, submission)),
    urlOption: await answered(urlOption, async (option) => seen(await urlOptionOf(option))),
    ...(await collectIcons(visit, pages, submission)),
  }
}

/** Not requested when the form did not ask. */
async function answered<Answer, Value>(
  answer: Answer | undefined,
  look: (answer: Answer) => Looked<Value> | Promise<Looked<Value>>,
): Promise<Looked<Value>> {
  return answer === undefined ? notRequested('not-asked') : await look(answer)
}

async function documentationOf(pages: Pages, url: string): Promise<Looked<DocumentationFacts>> {
  if (url === '') return seen({ url })
  const page = await pages(url, 'documentation')
  const document = documentOf(page)
  if (!document.looked) return document
  const topics = topicsOf(page, documentationWords, 'not-offered')
  return topics.looked ? seen({ ...document.value, topics: topics.value }) : document
}

async function namedPage(pages: Pages, url: string, step: string): Promise<Looked<Facts['terms']>> {
  return url === '' ? seen({ url }) : documentOf(await pages(url, step))
}

async function accountOf(
  pages: Pages,
  { text, signUpUrl = '' }: NonNullable<SubmissionFacts['accountRequirements']>,
): Promise<Looked<AccountFacts>> {
  if (signUpUrl === '') return seen({ text })
  const { document } = await pages(signUpUrl, 'sign-up page')
  const { url, status, problem } = document
  const signUp = {
    url,
    ...(status === undefined ? {} : { status }),
    ...(problem === undefined ? {} : { problem }),
  }
  return seen({ text, signUp })
}

function answersOf(submission: SubmissionFacts): Parts<AnswerName> {
  const {
    authMode,
    addressFilter = false,
    startsOpen = false,
    whyNoLogin,
    perUserClaims: perUser,
  } = submission
  const login = authMode === undefined ? undefined : { mode: authMode, startsOpen, addressFilter }
  const filter =
    submission.addressFilter === undefined
      ? undefined
      : {
          filtered: addressFilter,
          login: authMode !== undefined && authMode !== 'none',
          ...(whyNoLogin === undefined ? {} : { reason: whyNoLogin }),
        }
  return {
    listingText: seen(listingTextOf(submission)),
    examplePrompts: given(submission.examplePrompts && { prompts: submission.examplePrompts }),
    statedLimits: given(limitsOf(submission)),
    fetchGuard: given(submission.fetchGuard === undefined ? undefined : { answer: submission.fetchGuard }),
    healthData: declared(submission.healthData),
    sponsoredContent: declared(submission.sponsoredContent),
    perUserClaims: given(perUser === undefined ? undefined : { declared: perUser, startsOpen }),
    acknowledged: given(submission.acknowledgements && { given: submission.acknowledgements }),
    declaredLogin: given(login),
    addressFilter: given(filter),
  }
}

function given<Value>(value: Value | undefined): Looked<Value> {
  return value === undefined ? notRequested('not-asked') : seen(value)
}

function declared(value: boolean | undefined): Looked<{ declared: boolean }> {
  return given(value === undefined ? undefined : { declared: value })
}

function limitsOf(submission: SubmissionFacts): Facts['statedLimits'] | undefined {
  const { limits, geography, name = '', tagline = '', description = '', accountRequirements } = submission
  if (limits === undefined && geography === undefined) return undefined
  return {
    limits: [limits, geography].flatMap((text) => (text === undefined || text.trim() === '' ? [] : [text])),
    listing: [name, tagline, description, accountRequirements?.text ?? ''].join('\n'),
  }
}

function listingTextOf(submission: SubmissionFacts): ListingTextFacts {
  const { accountRequirements, examplePrompts = [] } = submission
  const texts = [
    ...(['name', 'tagline', 'description'] as const).map((field) => ({
      field,
      text: submission[field] ?? '',
    })),
    { field: 'accountRequirements', text: accountRequirements?.text ?? '' },
    ...examplePrompts.map(({ prompt }, index) => ({ field: `examplePrompts/${index + 1}`, text: prompt })),
  ]
  const fields = [
    'websiteUrl',
    'documentationUrl',
    'privacyPolicyUrl',
    'termsUrl',
    'dpaUrl',
    'support',
    'securityContact',
    'iconUrl',
  ] as const
  const addresses = fields.map((field) => ({ field, url: submission[field] ?? '' }))
  return {
    texts: texts.filter(({ text }) => text !== ''),
    addresses: addresses.filter(({ url }) => url !== ''),
  }
}

const speaksOfPlace =
  /(?:not (?:be )?(?:available|accessible|supported|offered)|unavailable|blocked|restricted)[^.]{0,60}\b(?:country|countries|region|location|territory|jurisdiction)|geo-?(?:block|restrict|fenc)|your (?:country|region|location) (?:is|has been) (?:not|blocked|restricted)/i

function blockIn({ discover, initialize }: OpeningFacts): AvailabilityFacts['blocked'] {
  return [discover, initialize]
    .flatMap((opening) => (opening ? [opening] : []))
    .map(({ status, excerpt }) => ({ status, excerpt }))
    .find(({ status, excerpt }) => status === 451 || (status === 403 && speaksOfPlace.test(excerpt)))
}

function availabilityOf(
  blocked: AvailabilityFacts['blocked'],
  submission?: SubmissionFacts,
): Looked<AvailabilityFacts> {
  if (blocked) return seen({ blocked })
  if (!submission) return notRequested('no-form')
  return given(submission.geography === undefined ? undefined : { limits: submission.geography.trim() })
}
