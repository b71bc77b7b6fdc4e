import type { PropsWithChildren } from 'hono/jsx'
import { Card } from '../../web/index.ts'

/** A card beside the main column; its title comes right after the page's own in the order of headings. */
export function AsideCard({ title, children }: PropsWithChildren<{ readonly title: string }>) {
  return (
    <Card>
      <h2 class="card-title">{title}</h2>
      {children}
    </Card>
  )
}
