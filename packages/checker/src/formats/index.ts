/**
 * Reports as text for other programs and for readers: one pure function from a report to a string for each format.
 * What a stranger wrote is escaped as the format asks.
 */
import type { Report } from '../report.ts'
import { htmlReport } from './html.ts'
import { asJson } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import { sarifReport } from './sarif.ts'

/** Formats that do not depend on where they are shown. */
export const formats = {
  json: (report) => asJson(report),
  sarif: sarifReport,
  junit: junitReport,
  markdown: markdownReport,
  html: htmlReport,
} as const satisfies Readonly<Record<string, (report: Report) => string>>

export { asJson } from './json.ts'
export { excerptOf, outlineOf, plural, titleOf, type Group, type Outline } from './outline.ts'
