import type { Child } from 'hono/jsx'
import { usePageRequest } from '../page-context.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { template } from '../translate.ts'

/** A text whose {parameters} are elements, such as a link inside a sentence; the order is the language's. */
export function Sentence({
  text,
  parts,
}: {
  readonly text: TextKey
  readonly parts: Readonly<Record<string, Child>>
}) {
  const { language } = usePageRequest()
  const pieces = template(language, text).split(/\{(\w+)\}/)
  return <>{pieces.map((piece, index) => (index % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)))}</>
}
