import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Log, Soon } from '../kernel/index.ts'
import { arrivalOf, type Posted } from './arrival.ts'
import { ReadyAnswer } from './ready-answer.ts'
import { codes, errorResponse, Refusal } from './rpc-error.ts'

const callPath = /^\/c\/([a-z0-9-]+)\/mcp(?:\?|$)/

/** Whether it is `/c/{slug}/mcp`, with or without a query; odd spellings of it are not. */
export function isCall(url: string | undefined): boolean {
  return callPath.test(url ?? '')
}

/** The slug in it; undefined where it is no such path. */
export function calledSlug(url: string | undefined): string | undefined {
  return callPath.exec(url ?? '')?.[1]
}

/** Answers a request of Node; an answer that is ready goes out as it is, every other one as the platform's would. */
export async function answerNode(
  { log }: { readonly log: Log },
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  respond: (arrival: Posted) => Soon<Response>,
): Promise<void> {
  let answer: Response
  try {
    answer = await respond(arrivalOf(request, response))
  } catch (error) {
    log.error({ err: error }, 'a call failed by our fault')
    const sentence = 'The gateway failed by a fault of its own. Try again, or tell its operator.'
    answer = errorResponse(new Refusal(500, codes.internal, sentence), null)
  }
  const ready: unknown = answer
  if (!(ready instanceof ReadyAnswer)) {
    await getRequestListener(() => answer, { overrideGlobalObjects: false })(request, response)
    return
  }
  const { content, status } = ready
  if (response.destroyed) return
  response.writeHead(status, ready.plainHeaders())
  // As text it goes out in one piece with the head.
  response.end(content)
}
