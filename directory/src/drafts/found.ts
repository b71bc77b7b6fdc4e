import type { Report } from '@connectory/checker'
import { countHints, toolsOf } from '../catalogue/index.ts'
import { accessOf, type Seen } from './issues.ts'
import type { Value } from './model.ts'
import type { FieldName } from './steps.ts'

/** What a look at a server answers of a draft's questions. Pure. */
export function foundIn(report: Report): Readonly<Partial<Record<FieldName, Value>>> {
  const { authType, serverInfo } = report.server
  const { hints } = seenIn(report)
  const name = serverInfo?.name ?? ''
  return {
    ...((authType === 'none' || authType === 'oauth') && { auth: authType }),
    ...(hints !== undefined && { access: accessOf(hints) }),
    // A name for machines, such as "acme-mcp", is none for people.
    ...(/\p{Lu}|\s/u.test(name) && { name: Array.from(name).slice(0, 100).join('') }),
  }
}

/** What issues are judged against. */
export function seenIn(report: Report): Seen {
  const { tools, seen } = toolsOf(report)
  return {
    url: report.target,
    authType: report.server.authType,
    hints: seen ? countHints(tools) : undefined,
    toolNames: tools.map(({ name }) => name),
  }
}

/** Where the icon of the server's site was found. */
export function iconIn({ exchanges }: Pick<Report, 'exchanges'>): string | undefined {
  const found = exchanges.find(({ step, status }) => step === 'icon' && status === 200)
  return typeof found?.['url'] === 'string' ? found['url'] : undefined
}
