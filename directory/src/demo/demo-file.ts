import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  passwords: z.object({ publisher: z.string(), reviewer: z.string(), user: z.string() }),
  /** Ports of the demo servers: the same at every start, because listings carry their addresses. */
  ports: z.object({ clock: z.number(), notes: z.number(), sloppy: z.number(), site: z.number() }).partial(),
})

export type DemoFile = z.output<typeof schema>

/** What the demo remembers in DATA_DIR/demo.json (0600): passwords made at the first start, and ports. */
export function readDemoFile(dataDir: string): DemoFile {
  const file = join(dataDir, 'demo.json')
  if (existsSync(file)) return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const password = () => randomBytes(9).toString('base64url')
  return { passwords: { publisher: password(), reviewer: password(), user: password() }, ports: {} }
}

export function writeDemoFile(dataDir: string, content: DemoFile): void {
  writeFileSync(join(dataDir, 'demo.json'), JSON.stringify(content, null, 2), { mode: 0o600 })
}
