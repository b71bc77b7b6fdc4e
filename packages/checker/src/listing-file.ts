import { z } from 'zod'
import { InvalidInput } from './invalid-input.ts'
import { loginModes, type SubmissionFacts } from './submission.ts'
import { visible } from './text/visible.ts'

const text = z.string().max(20_000)
const url = z.string().max(2_000)

const listingSchema = z
  .strictObject({
    name: text,
    tagline: text,
    description: text.describe('Markdown.'),
    websiteUrl: url,
    documentationUrl: url,
    privacyPolicyUrl: url,
    termsUrl: url,
    dpaUrl: url.describe('Data-processing terms; empty when none are offered.'),
    support: url.describe('A page (https) or an e-mail address.'),
    securityContact: url.describe('A page or an e-mail address for reports of vulnerabilities.'),
    iconUrl: url.describe('An icon of your own; empty when the favicon of the server is to be used.'),
    examplePrompts: z
      .array(
        z.strictObject({
          prompt: text,
          expected: text.describe('What should happen.').optional(),
          tools: z.array(text).describe('Names of the tools that answer it.').optional(),
        }),
      )
      .max(50),
    accountRequirements: z.strictObject({
      text: text.describe('What account a user needs.'),
      signUpUrl: url.optional(),
    }),
    limits: text.describe('Limits by account or plan; empty when there are none.'),
    geography: text.describe('Where the service cannot be used; empty when it works everywhere.'),
    requestLimits: text.describe(
      'Which limits of requests hold, for whom, and how abuse is noticed; empty when there are none.',
    ),
    fetchGuard: text.describe(
      'What keeps a server that fetches given addresses from those of its own network; empty when nothing does.',
    ),
    healthData: z.boolean(),
    sponsoredContent: z.boolean(),
    perUserClaims: z.boolean().describe('True when limits or identity per user are promised.'),
    acknowledgements: z.array(z.enum(['permitted-use', 'data-rights'])),
    urlOption: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('universal') }),
      z.strictObject({
        kind: z.literal('list'),
        urls: z.array(z.strictObject({ label: text, url })).max(100),
      }),
      z.strictObject({ kind: z.literal('pattern'), pattern: text, sample: url }),
    ]),
    authMode: z.enum(loginModes),
    startsOpen: z.boolean().describe('True when some tools work before login.'),
    addressFilter: z.boolean().describe('True when only known addresses are admitted.'),
    whyNoLogin: text.describe('Why OAuth is not possible, where only an address filter protects the server.'),
  })
  .partial()
  .describe('The answers to a submission form. What is absent was not asked, what is empty was left empty.')

/** The JSON Schema of a listing file. */
export function listingJsonSchema(): unknown {
  return z.toJSONSchema(listingSchema)
}

/**
 * The answers of a listing file, already read from YAML or JSON. `name` is what messages call the file.
 * @throws InvalidInput that names every field that is wrong
 */
export function parseListing(value: unknown, name: string): SubmissionFacts {
  const parsed = listingSchema.safeParse(value)
  // The schema says the same as the interface, which has no undefined beside absent fields.
  if (parsed.success) return parsed.data as SubmissionFacts
  const faults = parsed.error.issues.slice(0, 10).map((issue) => {
    const where = issue.path.length === 0 ? 'the file' : issue.path.join('.')
    if (issue.code !== 'unrecognized_keys') return `${where}: ${issue.message}`
    const keys = issue.keys.map((key) => JSON.stringify(key.slice(0, 60))).join(', ')
    return `${where} has ${keys}, which no form asks; known are ${Object.keys(listingSchema.shape).join(', ')}`
  })
  throw new InvalidInput(visible(`${name} is no listing. ${faults.join('. ')}.`))
}
