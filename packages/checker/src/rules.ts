import { publisherRules } from './publisher-rules.ts'
import type { Rule } from './rule.ts'
import { rule as auth01 } from './rules/AUTH-01-open-server.ts'
import { rule as auth02 } from './rules/AUTH-02-login-is-oauth.ts'
import { rule as auth03 } from './rules/AUTH-03-authorization-code.ts'
import { rule as auth04 } from './rules/AUTH-04-challenge-names-metadata.ts'
import { rule as auth05 } from './rules/AUTH-05-resource-metadata.ts'
import { rule as auth06 } from './rules/AUTH-06-server-metadata.ts'
import { rule as auth07 } from './rules/AUTH-07-pkce.ts'
import { rule as auth08 } from './rules/AUTH-08-client-can-be-had.ts'
import { rule as auth09 } from './rules/AUTH-09-registration-works.ts'
import { rule as auth10 } from './rules/AUTH-10-registers-only.ts'
import { rule as auth11 } from './rules/AUTH-11-callback-is-accepted.ts'
import { rule as auth12 } from './rules/AUTH-12-loopback-redirects.ts'
import { rule as auth13 } from './rules/AUTH-13-token-endpoint-answers.ts'
import { rule as auth14 } from './rules/AUTH-14-unknown-client.ts'
import { rule as auth15 } from './rules/AUTH-15-bad-token-is-401.ts'
import { rule as auth16 } from './rules/AUTH-16-refresh-renews-and-rotates.ts'
import { rule as auth17 } from './rules/AUTH-17-tokens-are-for-this-server.ts'
import { rule as auth18 } from './rules/AUTH-18-one-login-is-enough.ts'
import { rule as auth19 } from './rules/AUTH-19-more-rights-by-403.ts'
import { rule as auth20 } from './rules/AUTH-20-a-person-agrees.ts'
import { rule as auth22 } from './rules/AUTH-22-login-is-quick.ts'
import { rule as auth23 } from './rules/AUTH-23-tokens-can-be-revoked.ts'
import { rule as auth24 } from './rules/AUTH-24-per-user-needs-login.ts'
import { rule as auth25 } from './rules/AUTH-25-scopes-are-minimal.ts'
import { rule as auth26 } from './rules/AUTH-26-trusts-no-claims.ts'
import { rule as auth27 } from './rules/AUTH-27-no-token-in-query.ts'
import { rule as auth28 } from './rules/AUTH-28-dangerous-redirects-are-refused.ts'
import { rule as auth29 } from './rules/AUTH-29-each-registration-is-a-client.ts'
import { rule as auth30 } from './rules/AUTH-30-redirects-are-exact.ts'
import { rule as auth31 } from './rules/AUTH-31-state-and-issuer-come-back.ts'
import { rule as auth32 } from './rules/AUTH-32-secrets-are-not-cached.ts'
import { rule as auth33 } from './rules/AUTH-33-login-as-declared.ts'
import { rule as auth34 } from './rules/AUTH-34-a-code-works-once.ts'
import { rule as auth35 } from './rules/AUTH-35-headers-are-no-login.ts'
import { rule as auth36 } from './rules/AUTH-36-a-code-needs-its-verifier.ts'
import { rule as err01 } from './rules/ERR-01-tools-work.ts'
import { rule as err02 } from './rules/ERR-02-errors-help.ts'
import { rule as err03 } from './rules/ERR-03-inputs-are-validated.ts'
import { rule as err04 } from './rules/ERR-04-errors-in-their-place.ts'
import { rule as err05 } from './rules/ERR-05-errors-tell-no-secrets.ts'
import { rule as lim01 } from './rules/LIM-01-results-fit.ts'
import { rule as lim02 } from './rules/LIM-02-results-are-short-texts.ts'
import { rule as lim03 } from './rules/LIM-03-calls-end-in-time.ts'
import { rule as lim04 } from './rules/LIM-04-one-can-ask-for-less.ts'
import { rule as lim05 } from './rules/LIM-05-limits-requests.ts'
import { rule as lim06 } from './rules/LIM-06-open-servers-limit-all.ts'
import { rule as lim07 } from './rules/LIM-07-list-fits-context.ts'
import { rule as lim08 } from './rules/LIM-08-instructions-are-short.ts'
import { rule as net01 } from './rules/NET-01-trusted-https.ts'
import { rule as net02 } from './rules/NET-02-public-addresses.ts'
import { rule as net03 } from './rules/NET-03-reached-from-the-directory.ts'
import { rule as net04 } from './rules/NET-04-open-to-more-than-the-directory.ts'
import { rule as net05 } from './rules/NET-05-address-filter-has-a-reason.ts'
import { rule as net06 } from './rules/NET-06-no-credential-in-url.ts'
import { rule as net07 } from './rules/NET-07-domain-fits-publisher.ts'
import { rule as net08 } from './rules/NET-08-answers-in-time.ts'
import { rule as net09 } from './rules/NET-09-available-everywhere.ts'
import { rule as net10 } from './rules/NET-10-url-option-is-sound.ts'
import { rule as net11 } from './rules/NET-11-url-option-fits-login.ts'
import { rule as pro01 } from './rules/PRO-01-unknown-version-refused.ts'
import { rule as pro02 } from './rules/PRO-02-messages-are-valid.ts'
import { rule as pro03 } from './rules/PRO-03-capabilities-are-real.ts'
import { rule as pro04 } from './rules/PRO-04-unknown-tool-is-an-error.ts'
import { rule as pro05 } from './rules/PRO-05-bad-cursor-refused.ts'
import { rule as pro06 } from './rules/PRO-06-list-is-stable.ts'
import { rule as pro07 } from './rules/PRO-07-no-batches.ts'
import { rule as pro08 } from './rules/PRO-08-ping-is-answered.ts'
import { rule as pro09 } from './rules/PRO-09-headers-agree-with-body.ts'
import { rule as pro10 } from './rules/PRO-10-bare-request-refused.ts'
import { rule as pro11 } from './rules/PRO-11-caching-is-stated.ts'
import { rule as sec01 } from './rules/SEC-01-no-secrets-in-texts.ts'
import { rule as sec02 } from './rules/SEC-02-plain-addresses-in-texts.ts'
import { rule as sec03 } from './rules/SEC-03-three-powers-meet.ts'
import { rule as sec04 } from './rules/SEC-04-nothing-against-the-user.ts'
import { rule as tool01 } from './rules/TOOL-01-declares-a-hint.ts'
import { rule as tool02 } from './rules/TOOL-02-hint-inside-annotations.ts'
import { rule as tool03 } from './rules/TOOL-03-hints-are-booleans.ts'
import { rule as tool04 } from './rules/TOOL-04-has-a-title.ts'
import { rule as tool05 } from './rules/TOOL-05-hints-agree.ts'
import { rule as tool06 } from './rules/TOOL-06-write-hints-explicit.ts'
import { rule as tool07 } from './rules/TOOL-07-hint-matches-name.ts'
import { rule as tool08 } from './rules/TOOL-08-sends-and-files-are-writes.ts'
import { rule as tool09 } from './rules/TOOL-09-all-hints-that-apply.ts'
import { rule as tool10 } from './rules/TOOL-10-name-fits.ts'
import { rule as tool11 } from './rules/TOOL-11-name-is-portable.ts'
import { rule as tool12 } from './rules/TOOL-12-no-catch-all.ts'
import { rule as tool13 } from './rules/TOOL-13-no-mixed-actions.ts'
import { rule as tool14 } from './rules/TOOL-14-free-queries-name-their-api.ts'
import { rule as tool15 } from './rules/TOOL-15-has-a-description.ts'
import { rule as tool16 } from './rules/TOOL-16-does-what-it-says.ts'
import { rule as tool17 } from './rules/TOOL-17-describes-and-does-not-steer.ts'
import { rule as tool18 } from './rules/TOOL-18-leaves-other-tools-alone.ts'
import { rule as tool19 } from './rules/TOOL-19-no-instructions-from-outside.ts'
import { rule as tool20 } from './rules/TOOL-20-nothing-hidden.ts'
import { rule as tool21 } from './rules/TOOL-21-no-advertising.ts'
import { rule as tool22 } from './rules/TOOL-22-no-twin-names.ts'
import { rule as tool23 } from './rules/TOOL-23-input-schema-is-valid.ts'
import { rule as tool24 } from './rules/TOOL-24-parameters-described.ts'
import { rule as tool25 } from './rules/TOOL-25-lists-can-be-narrowed.ts'
import { rule as tool26 } from './rules/TOOL-26-number-of-tools.ts'
import { rule as tool27 } from './rules/TOOL-27-guidance-in-descriptions.ts'
import { rule as tool28 } from './rules/TOOL-28-limits-are-stated.ts'
import { rule as tool29 } from './rules/TOOL-29-output-schema-is-honoured.ts'
import { rule as tool30 } from './rules/TOOL-30-widget-tools-hidden.ts'
import { rule as tool31 } from './rules/TOOL-31-parameter-headers-are-legal.ts'
import { rule as tool32 } from './rules/TOOL-32-schema-is-portable.ts'
import { rule as tool33 } from './rules/TOOL-33-runs-no-code-unseen.ts'
import { rule as tool34 } from './rules/TOOL-34-secrets-are-no-arguments.ts'
import { rule as trn01 } from './rules/TRN-01-streamable-http.ts'
import { rule as trn02 } from './rules/TRN-02-not-only-sse.ts'
import { rule as trn03 } from './rules/TRN-03-known-protocol-version.ts'
import { rule as trn04 } from './rules/TRN-04-sessions-are-kept.ts'
import { rule as trn05 } from './rules/TRN-05-list-ends.ts'
import { rule as trn06 } from './rules/TRN-06-errors-are-json-rpc.ts'
import { rule as trn07 } from './rules/TRN-07-bare-methods-do-no-harm.ts'
import { rule as trn08 } from './rules/TRN-08-no-redirect.ts'
import { rule as trn09 } from './rules/TRN-09-directory-origin-is-served.ts'
import { rule as trn10 } from './rules/TRN-10-browsers-may-ask.ts'
import { rule as trn11 } from './rules/TRN-11-server-says-who-it-is.ts'
import { rule as trn12 } from './rules/TRN-12-serves-every-client.ts'
import { rule as trn13 } from './rules/TRN-13-either-kind-of-accept.ts'
import { rule as trn14 } from './rules/TRN-14-notification-is-202.ts'
import { rule as trn15 } from './rules/TRN-15-foreign-origin-is-refused.ts'
import { rule as trn16 } from './rules/TRN-16-session-ids-cannot-be-guessed.ts'
import { rule as trn17 } from './rules/TRN-17-server-makes-session-ids.ts'
import { rule as trn18 } from './rules/TRN-18-session-is-no-login.ts'
import { rule as trn19 } from './rules/TRN-19-long-body-is-refused.ts'

/** Every rule, in the order in which a report shows them. A test holds this list equal to the folder rules/. */
export const rules: readonly Rule[] = [
  net01,
  net02,
  net03,
  net04,
  net05,
  net06,
  net07,
  net08,
  net09,
  net10,
  net11,
  trn01,
  trn02,
  trn03,
  trn04,
  trn05,
  trn06,
  trn07,
  trn08,
  trn09,
  trn10,
  trn11,
  trn12,
  trn13,
  trn14,
  trn15,
  trn16,
  trn17,
  trn18,
  trn19,
  pro01,
  pro02,
  pro03,
  pro04,
  pro05,
  pro06,
  pro07,
  pro08,
  pro09,
  pro10,
  pro11,
  tool01,
  tool02,
  tool03,
  tool04,
  tool05,
  tool06,
  tool07,
  tool08,
  tool09,
  tool10,
  tool11,
  tool12,
  tool13,
  tool14,
  tool15,
  tool16,
  tool17,
  tool18,
  tool19,
  tool20,
  tool21,
  tool22,
  tool23,
  tool24,
  tool25,
  tool26,
  tool27,
  tool28,
  tool29,
  tool30,
  tool31,
  tool32,
  tool33,
  tool34,
  lim07,
  lim08,
  sec01,
  sec02,
  sec03,
  sec04,
  auth01,
  auth02,
  auth03,
  auth04,
  auth05,
  auth06,
  auth07,
  auth08,
  auth09,
  auth10,
  auth11,
  auth12,
  auth13,
  auth14,
  auth15,
  auth16,
  auth17,
  auth18,
  auth19,
  auth20,
  auth22,
  auth23,
  auth24,
  auth25,
  auth27,
  auth28,
  auth29,
  auth30,
  auth31,
  auth32,
  auth33,
  auth34,
  auth35,
  auth36,
  auth26,
  lim01,
  lim02,
  lim03,
  lim04,
  lim05,
  lim06,
  err01,
  err02,
  err03,
  err04,
  err05,
  ...publisherRules,
]

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id)
}
