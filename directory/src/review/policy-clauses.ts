/**
 * Clauses of the directory policy that no rule of the checker can judge alone; a decision may rest on them. Their words
 * are texts `review.clause.…`. @see requirements.md 4.1
 */
export const policyClauses = [
  'POL-1.C',
  'POL-1.D',
  'POL-1.E',
  'POL-1.F',
  'POL-2.A',
  'POL-2.B',
  'POL-2.C',
  'POL-2.D',
  'POL-2.F',
  'POL-2.G',
  'POL-3.B',
  'POL-3.C',
  'POL-3.F',
  'POL-4.A',
  'POL-4.B',
  'POL-4.C',
] as const
export type PolicyClause = (typeof policyClauses)[number]

export function isPolicyClause(text: string): text is PolicyClause {
  return policyClauses.some((clause) => clause === text)
}
