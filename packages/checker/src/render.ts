import type { Json } from './evidence/facts.ts'
import type { Language } from './language.ts'
import type { Finding } from './report.ts'
import { ruleById } from './rules.ts'
import type { Rule } from './rule.ts'
import { fill } from './text/fill.ts'
import { reasonSentence } from './text/reasons.ts'
import { visible } from './text/visible.ts'

export interface RenderedFinding {
  /** Of the sentences below: the reader's, or English while the catalogue lacks it. */
  readonly language: Language
  readonly title: string
  readonly message: string
  readonly why: string
  readonly fix: string | null
  /** Code to paste, when the fix has some. */
  readonly code: string | null
  readonly clause: { readonly name: string; readonly url: string } | null
}

type Stored = Pick<Finding, 'rule' | 'outcome' | 'case' | 'because' | 'params' | 'evidence'> &
  Partial<Pick<Finding, 'message' | 'fix'>>

/** Words for a finding in the reader's language. A finding of a rule that this engine does not know keeps its own. */
export function renderFinding(finding: Stored, language: Language): RenderedFinding {
  const rule = ruleById(finding.rule)
  const about = rule ? describeRule(rule, language) : undefined
  const { title = finding.rule, why = '', clause = null, language: own = 'en' } = about ?? {}
  if (finding.because !== null) {
    const message = reasonSentence(finding.because, finding.params, language)
    return { language: own, title, why, clause, message, fix: null, code: null }
  }
  if (!rule || !about) return asStored(finding)
  if (finding.case === null) {
    return {
      language: own,
      title,
      why,
      clause,
      message: fill(about.pass, finding.params),
      fix: null,
      code: null,
    }
  }
  const sentences = about.cases[finding.case] ?? rule.text.en.cases[finding.case]
  if (!sentences) return { ...asStored(finding), title, why, clause }
  const { patch } = finding.evidence
  return {
    language: own,
    title,
    why,
    clause,
    message: fill(sentences.message, finding.params),
    fix: fill(sentences.fix, finding.params),
    code: patch === undefined ? null : asCode(patch),
  }
}

export interface CatalogueEntry extends Pick<Rule, 'id' | 'title' | 'why' | 'clause' | 'scope'> {
  /** Of the sentences: the reader's, or English while the catalogue lacks it. */
  readonly language: Language
  readonly pass: string
  readonly cases: Readonly<Record<string, { readonly message: string; readonly fix: string }>>
}

/** A rule as a page shows it, in the reader's language. */
export function describeRule(rule: Rule, language: Language): CatalogueEntry {
  const text = rule.text[language] ?? rule.text.en
  const { id, clause, scope } = rule
  return {
    id,
    language: rule.text[language] === undefined ? 'en' : language,
    clause,
    scope,
    title: text.title ?? rule.title,
    why: text.why ?? rule.why,
    pass: text.pass,
    cases: text.cases,
  }
}

/** JSON to paste: an invisible character inside a text becomes its escape, which means the same. */
function asCode(patch: Json): string {
  return JSON.stringify(patch, null, 2)
    .split('\n')
    .map((line) => visible(line))
    .join('\n')
}

function asStored(finding: Stored): RenderedFinding {
  const { message = finding.rule, fix = null } = finding
  return { language: 'en', title: finding.rule, message, why: '', fix, code: null, clause: null }
}
