import { collectCaching } from './caching.ts'
import type { Evidence } from './evidence.ts'
import type { Heard } from './heard.ts'
import type { Inspection } from './inspect.ts'
import { judgeMessages } from './messages.ts'

/** The parts that rest on everything that was heard. Call it when nothing more is asked. */
export async function collectHeard(
  heard: readonly Heard[],
  url: URL,
  { negotiation, challenge, tools }: Inspection,
): Promise<Pick<Evidence['parts'], 'messages' | 'caching'>> {
  const asksForLogin = challenge !== undefined && !tools.looked
  return {
    messages: await judgeMessages(heard, url, negotiation, asksForLogin),
    caching: await collectCaching(heard, url, negotiation),
  }
}
