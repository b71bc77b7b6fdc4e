import type { Language } from '../language.ts'
import { fill } from './fill.ts'

/** Why something was not judged, by code. `{name}` is filled from parameters. English is complete. */
const en = {
  loopback: 'The target is on this machine and loopback was allowed; the demand is for public servers.',
  'no-login': 'The server asks for no credential.',
  'sse-only': 'TRN-02 names this fact: the server offers only the old SSE transport.',
  'streamable-http': 'The server speaks Streamable HTTP.',
  'no-oauth': 'AUTH-02 names this fact: the server publishes no OAuth metadata.',
  'no-issuer': 'AUTH-06 names this fact: the authorization server publishes no metadata.',
  'no-issuer-named':
    'AUTH-05 names this fact: the metadata names no authorization server that could be asked.',
  'no-authorization-code':
    'AUTH-03 names this fact: the authorization server has no authorization code flow.',
  'no-registration': 'The authorization server offers no dynamic registration.',
  'registration-failed': 'AUTH-09 names this fact: no client could be registered.',
  'token-endpoint-unclear': 'AUTH-13 names this fact: the token endpoint gives no OAuth answer.',
  'authorize-refused': 'AUTH-11 names this fact: the registered redirect address itself is refused.',
  'one-registration': 'Only one registration succeeded, so there is nothing to compare.',
  'no-answer-came-back': 'Without a user the authorization server sent nothing back to the redirect address.',
  'no-secret-answer': 'No answer with a token or another secret was seen.',
  'opens-for-all': 'The server opens a conversation for everybody and asks for a credential later.',
  'no-callback': 'A registration needs the callback address of the directory, which was not given.',
  'no-token-endpoint': 'AUTH-06 names this fact: the metadata has no token endpoint.',
  'no-tools': 'The server declares no tools.',
  'plain-http': 'NET-01 names this fact: the address is not https.',
  'credential-in-url': 'NET-06 names this fact: nothing is sent to an address that carries a credential.',
  redirected: 'TRN-08 names this fact: the server only redirects.',
  'private-address': 'The request was refused before it was sent: {host} is not a public address.',
  'outside-scope': 'The rule needs the scope "{scope}", which was not asked for.',
  'not-selected': 'The check was narrowed to other rules.',
  'tools-file': 'Tools were read from a file; no server was looked at.',
  'not-recorded': 'The recording does not hold this part of the evidence.',
  'needs-login': 'The server shows its tools only after login, and the scope "login" was not asked for.',
  'no-credentials': 'The server shows its tools only after login, and no credentials were given.',
  'no-sign-in': 'Only a login in the browser shows this; the check was given none.',
  'one-login': 'Only a second login (--login-twice) shows this.',
  'no-client':
    'The authorization server offers no registration, so a login needs a client id that is registered already.',
  'no-registered-client': 'No client for the login could be registered: {problem}',
  'cannot-log-in': 'A client cannot log in here: {problem}',
  'login-time-over': 'Nobody finished the login within {seconds} seconds.',
  'login-refused': 'The authorization server ended the login with the error "{error}".',
  'answer-not-ours':
    'AUTH-31 names this fact: what came back from the login has a wrong "{parameter}", so it was not used.',
  'code-refused': 'The token endpoint refused the code of the login with the error "{error}".',
  'authorization-refused': 'The authorization endpoint answers a caller without a person with HTTP {status}.',
  'no-session': 'The server opens no session.',
  'open-list': 'The server shows its tools to everybody, so a session there is no login.',
  'no-second-token': 'No second token could be had, so a token for another server could not be tried.',
  'nothing-served': 'No request with the token was served, so there is nothing to compare with.',
  'no-403': 'No request with the token was answered with HTTP 403.',
  'static-headers': 'The server was reached with static headers of an organisation, not with a login.',
  'credentials-refused': 'The server refused the credentials that were given (HTTP {status}).',
  'no-submission': 'Only a submission names this document; a check of an address alone does not.',
  'no-directory': 'Only a directory can say whether it reaches the server; none was asked (--directory).',
  'directory-silent': 'The directory could not be asked: {problem}',
  'one-place': 'The directory looks from its own addresses alone.',
  unreachable: 'The server could not be reached: {problem}',
  'not-mcp': 'The server answered, but not in the protocol: {problem}',
  'list-failed': 'tools/list could not be read: {problem}',
  'list-cut': 'Only {count} tools were read: {problem}',
  'prompts-unread': 'prompts/list could not be read to its end: {problem}',
  'time-over': 'The time for the whole check ({seconds} s) was over before this step.',
  stopped: 'The check was stopped before this step.',
  'step-failed': 'This step failed: {problem}',
  'no-handshake': 'The TLS handshake did not finish: {problem}',
  'rule-crashed': 'The rule itself failed ({problem}). That is a fault of the checker; please report it.',
  'behind-login': 'The server answers this only after login; it was asked without a credential.',
  'modern-only': 'The server speaks only 2026-07-28, which has no initialize and no sessions.',
  'no-sessions': 'The server gives no session id, so it has no sessions.',
  'too-few-samples': 'Only {count} answers were seen; {least} are needed to say something.',
  'no-answer': 'The opening with the origin {origin} was not answered.',
  'fell-silent': 'The server left odd requests without an answer, so it was not asked further.',
  'too-many-requests': 'The server said that there are too many requests (HTTP 429) at this step: {step}.',
  'not-modern': 'The server does not speak 2026-07-28.',
  'not-legacy': 'The server speaks 2026-07-28 alone, which has no such request.',
  'not-spoken': 'The server speaks no version of the protocol that could be asked.',
  'batches-allowed': 'The server speaks only 2025-03-26 or older, which has batches.',
  'no-paging': 'The list has one page, so the server gives out no cursors.',
  'no-message': 'PRO-02 names this fact: the answer is no message of the protocol.',
  'no-messages': 'The server sent no message that could be judged.',
  'no-occasion': 'The server gave no occasion to ask.',
  'no-second-list': 'tools/list did not answer with a list the second time; PRO-03 looks at that.',
  'has-login': 'The server asks for a credential.',
  'nothing-to-call':
    'No tool declares readOnlyHint: true, so none was called. With --call all and a test account all are.',
  'nothing-read-only': 'No tool that was called declares readOnlyHint: true.',
  'tools-not-called': 'Not called, because only tools with readOnlyHint: true were asked for: {tools}.',
  'tools-skipped': 'Not called, because the inputs skip them: {tools}.',
  'no-input': 'No valid input was found for {tools}. Give one with --inputs.',
  'no-name': 'Tools without a name of their own cannot be called: {tools}.',
  'needs-task': 'These tools can only be called as tasks, which a check does not do: {tools}.',
  'too-many-tools': 'Not called, because a check calls a limited number of tools: {tools}.',
  'calls-time-over': 'Not called, because the time for all calls was over: {tools}.',
  'calls-stopped': 'Not called, because the check was stopped: {tools}.',
  'calls-rate-limited': 'Not called, because the server asked for fewer requests (429): {tools}.',
  'server-lost': 'Not called, because the server did not answer any more after an earlier call: {tools}.',
  'call-not-ended': 'Tool {tool} did not end within {seconds} s; allow more with --timeout.',
  'call-not-answered': 'The call was not answered: {problem}',
  'input-refused':
    'Tool {tool} refused an input that was made from its schema ({words}). Give one that works with --inputs.',
  'no-result': 'These tools gave no result yet, only errors: {tools}.',
  'no-errors': 'No call ended in an error.',
  'nothing-invalid': 'No invalid input could be made: the tools that were called demand nothing of it.',
  'no-output-schema': 'No tool that was called declares an outputSchema.',
  'schema-unjudged': 'The outputSchema of {tool} cannot be judged by: {problem}.',
  'no-large-result': 'No result was large enough to ask for less.',
  'no-state-tool': 'No tool that shows the state was named ("state" in the file of --inputs).',
  'state-unreadable': 'The state could not be read with {tool}.',
  'state-unsteady': 'What {tool} shows changes by itself, so nothing can be compared.',
  'no-steady-tool': 'No read-only tool gave the same result twice, so nothing can be compared.',
  'no-burst': 'A burst of requests is sent only when it is asked for (--burst).',
} as const

type ReasonCode = keyof typeof en

const reasons: { readonly en: typeof en } & {
  readonly [Other in Exclude<Language, 'en'>]?: Partial<Record<ReasonCode, string>>
} = { en }

/** The sentence for a code, in the reader's language; English where that language lacks it. */
export function reasonSentence(
  code: string,
  params: Readonly<Record<string, unknown>>,
  language: Language,
): string {
  const own = reasons[language]?.[code as ReasonCode]
  const english = reasons.en[code as ReasonCode] as string | undefined
  return fill(own ?? english ?? code, params)
}
