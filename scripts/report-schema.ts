// Writes docs/report.schema.json from the schema that the checker parses reports with.
import { writeFileSync } from 'node:fs'
import { reportJsonSchema } from '../packages/checker/src/index.ts'

const file = new URL('../docs/report.schema.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(reportJsonSchema(), null, 2)}\n`)
