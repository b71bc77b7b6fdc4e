import { together } from './ask.ts'
import type { Looked } from './evidence.ts'
import type { Ground } from './ground.ts'
import type { BareMethodFacts } from './odd-facts.ts'

/** HEAD and a GET such as a browser or a monitor sends. Needs no conversation. */
export async function askBareMethods({ reach, ask }: Ground): Promise<Looked<BareMethodFacts>> {
  if (!reach.looked) return reach
  const head = await ask({ step: 'HEAD', method: 'HEAD' })
  const get = await ask({ step: 'GET as a browser', method: 'GET', headers: { accept: 'text/html, */*' } })
  return together({ head, get })
}
