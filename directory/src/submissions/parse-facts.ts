import { z } from 'zod'
import { categories, type Category } from '../catalogue/index.ts'
import type { AnswerName } from './answers.ts'
import { authModes, limits, type Facts } from './facts.ts'
import { clean, codePoints, many, one, type FactsForm } from './form-values.ts'
import { judgeContact } from './judge-contact.ts'
import { parseAnswers } from './parse-answers.ts'
import { carriesCredentials, judgePublicUrl } from './public-url.ts'

const fields = [
  'serverUrl',
  'auth',
  'name',
  'tagline',
  'description',
  'categories',
  'publisherName',
  'publisherUrl',
  'documentationUrl',
  'privacyUrl',
  'termsUrl',
  'support',
  'securityContact',
  'useCases',
  'testInstructions',
  'acceptTerms',
] as const

export type FactsField = (typeof fields)[number]

const codes = [
  'missing',
  'too-long',
  'malformed',
  'not-https',
  'credentials',
  'private',
  'obscured',
  'not-a-contact',
  'too-many',
  'unknown',
  'no-choice',
  'not-a-day',
] as const satisfies readonly string[]

/** Why a field is not accepted. `length` and `limit` are in code points. */
export interface FactsFault {
  readonly code: (typeof codes)[number]
  readonly length?: number
  readonly limit?: number
}

export type FactsFaults = Readonly<Partial<Record<FactsField | AnswerName, FactsFault>>>

export type ParsedFacts = { readonly facts: Facts } | { readonly faults: FactsFaults }

/**
 * Reads a submission form. Every field is judged, so that all that is wrong is said at once. Answers beyond the short
 * form are taken where the form has them.
 */
export function parseFacts(form: FactsForm, options: { allowLoopback: boolean }): ParsedFacts {
  const parsed = schema(options.allowLoopback).safeParse(read(form))
  const { answers, faults } = parseAnswers(form, options)
  if (!parsed.success) return { faults: { ...faultsOf(parsed.error, form), ...faults } }
  if (Object.keys(faults).length > 0) return { faults }
  const { description, acceptTerms: _accepted, ...rest } = parsed.data
  const asked = Object.keys(answers).length > 0
  return { facts: { ...rest, descriptionMarkdown: description, ...(asked && { answers }) } }
}

function read(form: FactsForm): Record<string, unknown> {
  const texts = Object.fromEntries(fields.map((field) => [field, clean(one(form[field]))]))
  return {
    ...texts,
    categories: many(form['categories']),
    staticClient: one(form['staticClient']) !== '',
    addressFilter: one(form['addressFilter']) !== '',
  }
}

function schema(allowLoopback: boolean) {
  const page = address({ allowLoopback })
  return z.object({
    serverUrl: required(limits.serverUrl).pipe(address({ allowLoopback })),
    auth: z.enum(authModes, 'missing'),
    staticClient: z.boolean(),
    addressFilter: z.boolean(),
    name: required(limits.name),
    tagline: required(limits.tagline),
    description: required(limits.descriptionMarkdown),
    categories: z
      .array(z.enum(categories, 'unknown'))
      .min(1, 'missing')
      .max(5, 'too-many')
      .transform((chosen): readonly Category[] => chosen),
    publisherName: required(limits.publisherName),
    publisherUrl: optional(limits.address, page),
    documentationUrl: optional(limits.address, page),
    privacyUrl: required(limits.address).pipe(page),
    termsUrl: optional(limits.address, page),
    support: required(limits.address).pipe(contact({ allowLoopback })),
    securityContact: optional(limits.address, contact({ allowLoopback })),
    useCases: optional(limits.useCases, z.string()),
    testInstructions: optional(limits.testInstructions, z.string()),
    acceptTerms: z.string().min(1, 'missing'),
  })
}

function text(limit: number) {
  return z
    .string()
    .refine((value) => codePoints(value) <= limit, { error: 'too-long', params: { limit } })
    .refine((value) => !carriesCredentials(value), 'credentials')
}

function required(limit: number) {
  return z.string().min(1, 'missing').pipe(text(limit))
}

function optional(limit: number, inner: z.ZodType<string, string>) {
  return text(limit).transform((value, context) => {
    if (value === '') return null
    const parsed = inner.safeParse(value)
    if (parsed.success) return parsed.data
    for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

function address({ allowLoopback }: { allowLoopback: boolean }) {
  return z.string().transform((value, context) => {
    const judged = judgePublicUrl(value, { allowLoopback })
    if ('url' in judged) return judged.url
    context.addIssue({ code: 'custom', message: judged.fault })
    return z.NEVER
  })
}

function contact(options: { allowLoopback: boolean }) {
  return z.string().transform((value, context) => {
    const judged = judgeContact(value, options)
    if ('contact' in judged) return judged.contact
    context.addIssue({ code: 'custom', message: judged.fault })
    return z.NEVER
  })
}

function faultsOf(error: z.ZodError, form: FactsForm): FactsFaults {
  const faults: Partial<Record<FactsField, FactsFault>> = {}
  for (const issue of error.issues) {
    const field = fields.find((name) => name === issue.path[0])
    const code = codes.find((name) => name === issue.message)
    if (field === undefined || code === undefined) throw new Error(`No sentence for ${issue.message}`)
    const limit = issue.code === 'custom' ? issue.params?.['limit'] : undefined
    const length = codePoints(clean(one(form[field])))
    faults[field] ??= { code, ...(typeof limit === 'number' ? { limit, length } : {}) }
  }
  return faults
}
