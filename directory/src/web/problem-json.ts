import { Problem, type ProblemCode } from '../kernel/index.ts'

/** Paths whose readers are programs: their errors are JSON. */
const apiPaths = ['/api', '/v0.1'] as const

export function isApiPath(path: string): boolean {
  return apiPaths.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}

const titles: Readonly<Record<ProblemCode, string>> = {
  'invalid-input': 'The input is not valid',
  'not-found': 'Not found',
  'not-signed-in': 'Not signed in',
  'not-allowed': 'Not allowed',
  'forged-request': 'Request refused',
  'stale-form': 'The form is out of date',
  'already-exists': 'It exists already',
  'already-decided': 'It is decided already',
  conflict: 'Somebody else was faster',
  'too-large': 'Too large',
  'too-many': 'Too many requests',
  unavailable: 'Not available now',
}

/** The problem as RFC 9457 says. `type` is a name, not an address; `code` is stable. */
export function problemJson(problem: Problem, requestId: string): Response {
  const body = {
    type: `urn:connectory:problem:${problem.code}`,
    title: titles[problem.code],
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    instance: `urn:uuid:${requestId}`,
    ...(Object.keys(problem.fields).length > 0 ? { fields: problem.fields } : {}),
  }
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      // A 401 says how to come in (RFC 9110 section 11.6.1); programs have tokens and nothing else.
      ...(problem.code === 'not-signed-in' ? { 'www-authenticate': 'Bearer' } : {}),
    },
  })
}

/** For what is our fault: says nothing of the cause, only how to ask about it. */
export function faultJson(requestId: string): Response {
  const body = {
    type: 'urn:connectory:problem:fault',
    title: 'Something broke on our side',
    status: 500,
    detail: `The fault was recorded. Quote the reference ${requestId} when you ask about it.`,
    code: 'fault',
    instance: `urn:uuid:${requestId}`,
  }
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
