/** The same server over stdin and stdout, for peers that start their server themselves. */
import { createInterface } from 'node:readline'
import { echo, type EchoMessage } from './echo.ts'

for await (const line of createInterface({ input: process.stdin })) {
  const answer = echo(JSON.parse(line) as EchoMessage, false)
  if (answer !== undefined) process.stdout.write(`${answer}\n`)
}
