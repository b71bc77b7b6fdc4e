import type { UrlOption } from '../submission.ts'
import type { UrlOptionFacts } from './form-facts.ts'

const MOST_PATTERN = 1000

/** The answer with what a linear-time engine makes of the pattern; a stranger's pattern never meets a backtracking one. */
export async function urlOptionOf(option: UrlOption): Promise<UrlOptionFacts> {
  if (option.kind !== 'pattern') return { option }
  const { pattern, sample } = option
  if (pattern.length > MOST_PATTERN) {
    return { option, shape: { problem: `longer than ${MOST_PATTERN} characters`, matchesSample: false } }
  }
  const { RE2JS } = await import('re2js')
  try {
    const compiled = RE2JS.compile(pattern)
    const matches = (text: string): boolean => compiled.matcher(text.slice(0, 2000)).find()
    const foreign = foreignAddresses(sample).find(matches)
    const shape = {
      matchesSample: matches(sample),
      ...(foreign === undefined ? {} : { matchesForeign: foreign }),
    }
    return { option, shape }
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'unknown'
    return { option, shape: { problem, matchesSample: false } }
  }
}

/** Addresses of somebody else that a loosely written pattern takes for the publisher's. */
function foreignAddresses(sample: string): string[] {
  if (!URL.canParse(sample)) return []
  const { host, pathname } = new URL(sample)
  const other = 'stranger.example'
  return [
    `https://${other}/${host}${pathname}`,
    `https://${other}/?${host}${pathname}`,
    `https://${other}#${host}${pathname}`,
    `https://${other}`,
    `https://${host}.${other}${pathname}`,
    `https://${host}@${other}${pathname}`,
    `https://${host.replaceAll('.', 'x')}${pathname}`,
    `http://${host}${pathname}`,
  ]
}
