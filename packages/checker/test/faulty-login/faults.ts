import type { Fault } from './fault.ts'
import { fault as anyRedirectGoes } from './faults/any-redirect-goes.ts'
import { fault as apiKeyScheme } from './faults/api-key-scheme.ts'
import { fault as authorizationEndpointByHttp } from './faults/authorization-endpoint-by-http.ts'
import { fault as authorizationEndpointIsScript } from './faults/authorization-endpoint-is-script.ts'
import { fault as authorizationServerByHttp } from './faults/authorization-server-by-http.ts'
import { fault as authorizationServerUnnamed } from './faults/authorization-server-unnamed.ts'
import { fault as badRedirectBounces } from './faults/bad-redirect-bounces.ts'
import { fault as badTokenIs400 } from './faults/bad-token-is-400.ts'
import { fault as badTokenIs403 } from './faults/bad-token-is-403.ts'
import { fault as badTokenIs500 } from './faults/bad-token-is-500.ts'
import { fault as badTokenIsARedirect } from './faults/bad-token-is-a-redirect.ts'
import { fault as badTokenIsTaken } from './faults/bad-token-is-taken.ts'
import { fault as basicPassword } from './faults/basic-password.ts'
import { fault as callbackRefused } from './faults/callback-refused.ts'
import { fault as callbackRefusedByAGoodPage } from './faults/callback-refused-by-a-good-page.ts'
import { fault as challengeIsBare } from './faults/challenge-is-bare.ts'
import { fault as challengeMissing } from './faults/challenge-missing.ts'
import { fault as challengePointsNowhere } from './faults/challenge-points-nowhere.ts'
import { fault as challengeScopeUnlisted } from './faults/challenge-scope-unlisted.ts'
import { fault as codeForAStranger } from './faults/code-for-a-stranger.ts'
import { fault as codeWorksTwice } from './faults/code-works-twice.ts'
import { fault as consentIsSkipped } from './faults/consent-is-skipped.ts'
import { fault as deadRefreshBreaks } from './faults/dead-refresh-breaks.ts'
import { fault as documentsWithoutPublicClients } from './faults/documents-without-public-clients.ts'
import { fault as forgedProxyUserOpens } from './faults/forged-proxy-user-opens.ts'
import { fault as forgedUserOpens } from './faults/forged-user-opens.ts'
import { fault as fragmentRedirectRegisters } from './faults/fragment-redirect-registers.ts'
import { fault as httpRedirectRegisters } from './faults/http-redirect-registers.ts'
import { fault as issUnpromised } from './faults/iss-unpromised.ts'
import { fault as issuerHasAPathTooMany } from './faults/issuer-has-a-path-too-many.ts'
import { fault as issuerIsAnother } from './faults/issuer-is-another.ts'
import { fault as issuerOfAnother } from './faults/issuer-of-another.ts'
import { fault as issuerPromisedAndMissing } from './faults/issuer-promised-and-missing.ts'
import { fault as issuerUnnamed } from './faults/issuer-unnamed.ts'
import { fault as listAsksAgain } from './faults/list-asks-again.ts'
import { fault as loginPageBreaks } from './faults/login-page-breaks.ts'
import { fault as loginPageIsSluggish } from './faults/login-page-is-sluggish.ts'
import { fault as loginPageMissing } from './faults/login-page-missing.ts'
import { fault as loopbackAddressPortFixed } from './faults/loopback-address-port-fixed.ts'
import { fault as loopbackNamePortFixed } from './faults/loopback-name-port-fixed.ts'
import { fault as loopbackNotRegistered } from './faults/loopback-not-registered.ts'
import { fault as moreRightsUnnamed } from './faults/more-rights-unnamed.ts'
import { fault as newTokenIsRefused } from './faults/new-token-is-refused.ts'
import { fault as noAuthorizationEndpoint } from './faults/no-authorization-endpoint.ts'
import { fault as noOauthMetadata } from './faults/no-oauth-metadata.ts'
import { fault as noRefreshToken } from './faults/no-refresh-token.ts'
import { fault as noRevocation } from './faults/no-revocation.ts'
import { fault as noTokenEndpoint } from './faults/no-token-endpoint.ts'
import { fault as noWayToAClient } from './faults/no-way-to-a-client.ts'
import { fault as offlineAccessOffered } from './faults/offline-access-offered.ts'
import { fault as oneClientForAll } from './faults/one-client-for-all.ts'
import { fault as oneScopeForEverything } from './faults/one-scope-for-everything.ts'
import { fault as onlyClientCredentials } from './faults/only-client-credentials.ts'
import { fault as onlyDeviceFlow } from './faults/only-device-flow.ts'
import { fault as pkceListEmpty } from './faults/pkce-list-empty.ts'
import { fault as pkcePlainOnly } from './faults/pkce-plain-only.ts'
import { fault as pkceUnsaid } from './faults/pkce-unsaid.ts'
import { fault as queryTokenIsTaken } from './faults/query-token-is-taken.ts'
import { fault as redirectByHost } from './faults/redirect-by-host.ts'
import { fault as redirectByPrefix } from './faults/redirect-by-prefix.ts'
import { fault as refreshIsNotReplaced } from './faults/refresh-is-not-replaced.ts'
import { fault as refreshIsRefused } from './faults/refresh-is-refused.ts'
import { fault as refusedWith403 } from './faults/refused-with-403.ts'
import { fault as registrationAnswers200 } from './faults/registration-answers-200.ts'
import { fault as registrationBreaks } from './faults/registration-breaks.ts'
import { fault as registrationByHttp } from './faults/registration-by-http.ts'
import { fault as registrationForbidden } from './faults/registration-forbidden.ts'
import { fault as registrationMayBeCached } from './faults/registration-may-be-cached.ts'
import { fault as registrationNeedsAToken } from './faults/registration-needs-a-token.ts'
import { fault as registrationOnly } from './faults/registration-only.ts'
import { fault as registrationTakesLong } from './faults/registration-takes-long.ts'
import { fault as registrationWithoutClientId } from './faults/registration-without-client-id.ts'
import { fault as replacedRefreshWorks } from './faults/replaced-refresh-works.ts'
import { fault as resourceChangesNothing } from './faults/resource-changes-nothing.ts'
import { fault as resourceIsAnotherPath } from './faults/resource-is-another-path.ts'
import { fault as resourceIsLocalhost } from './faults/resource-is-localhost.ts'
import { fault as resourceIsTheOrigin } from './faults/resource-is-the-origin.ts'
import { fault as resourceMetadataMissing } from './faults/resource-metadata-missing.ts'
import { fault as resourceMetadataTakesLong } from './faults/resource-metadata-takes-long.ts'
import { fault as resourceParameterRefused } from './faults/resource-parameter-refused.ts'
import { fault as resourceRefusedWithTheCode } from './faults/resource-refused-with-the-code.ts'
import { fault as resourceUnnamed } from './faults/resource-unnamed.ts'
import { fault as scriptRedirectRegisters } from './faults/script-redirect-registers.ts'
import { fault as serverMetadata404 } from './faults/server-metadata-404.ts'
import { fault as serverMetadataBehindWall } from './faults/server-metadata-behind-wall.ts'
import { fault as serverMetadataIsAPage } from './faults/server-metadata-is-a-page.ts'
import { fault as serverMetadataTakesLong } from './faults/server-metadata-takes-long.ts'
import { fault as sessionOpensWithAnyToken } from './faults/session-opens-with-any-token.ts'
import { fault as sessionOpensWithoutToken } from './faults/session-opens-without-token.ts'
import { fault as stateChanged } from './faults/state-changed.ts'
import { fault as stateLost } from './faults/state-lost.ts'
import { fault as tokenEndpointBreaks } from './faults/token-endpoint-breaks.ts'
import { fault as tokenEndpointByHttp } from './faults/token-endpoint-by-http.ts'
import { fault as tokenEndpointIsSluggish } from './faults/token-endpoint-is-sluggish.ts'
import { fault as tokenEndpointRefusesForms } from './faults/token-endpoint-refuses-forms.ts'
import { fault as tokenEndpointShowsAPage } from './faults/token-endpoint-shows-a-page.ts'
import { fault as tokenEndpointShowsTheApp } from './faults/token-endpoint-shows-the-app.ts'
import { fault as tokenEndpointTakesLong } from './faults/token-endpoint-takes-long.ts'
import { fault as tokenErrorAsText } from './faults/token-error-as-text.ts'
import { fault as tokenErrorIsEmpty } from './faults/token-error-is-empty.ts'
import { fault as tokenErrorUnnamed } from './faults/token-error-unnamed.ts'
import { fault as tokenForAnotherIsTaken } from './faults/token-for-another-is-taken.ts'
import { fault as tokenIsForAnother } from './faults/token-is-for-another.ts'
import { fault as unknownClientGetsAToken } from './faults/unknown-client-gets-a-token.ts'
import { fault as unknownClientIs403 } from './faults/unknown-client-is-403.ts'
import { fault as unknownClientIsInvalidGrant } from './faults/unknown-client-is-invalid-grant.ts'
import { fault as unknownClientIsInvalidRequest } from './faults/unknown-client-is-invalid-request.ts'
import { fault as unknownCodeIs403 } from './faults/unknown-code-is-403.ts'
import { fault as unknownCodeIsInvalidRequest } from './faults/unknown-code-is-invalid-request.ts'
import { fault as unknownCodeIsTaken } from './faults/unknown-code-is-taken.ts'
import { fault as unsignedTokenBreaks } from './faults/unsigned-token-breaks.ts'
import { fault as unsignedTokenIsTaken } from './faults/unsigned-token-is-taken.ts'
import { fault as verifierIsNotCompared } from './faults/verifier-is-not-compared.ts'
import { fault as wildcardRedirectRegisters } from './faults/wildcard-redirect-registers.ts'

/** Every fault of a login. A test holds this list equal to the folder faults/. */
export const faults: readonly Fault[] = [
  anyRedirectGoes,
  apiKeyScheme,
  authorizationEndpointByHttp,
  authorizationEndpointIsScript,
  authorizationServerByHttp,
  authorizationServerUnnamed,
  badRedirectBounces,
  badTokenIs400,
  badTokenIs403,
  badTokenIs500,
  badTokenIsARedirect,
  badTokenIsTaken,
  basicPassword,
  callbackRefused,
  callbackRefusedByAGoodPage,
  challengeIsBare,
  challengeMissing,
  challengePointsNowhere,
  challengeScopeUnlisted,
  codeForAStranger,
  codeWorksTwice,
  consentIsSkipped,
  deadRefreshBreaks,
  documentsWithoutPublicClients,
  forgedProxyUserOpens,
  forgedUserOpens,
  fragmentRedirectRegisters,
  httpRedirectRegisters,
  issUnpromised,
  issuerHasAPathTooMany,
  issuerIsAnother,
  issuerOfAnother,
  issuerPromisedAndMissing,
  issuerUnnamed,
  listAsksAgain,
  loginPageBreaks,
  loginPageIsSluggish,
  loginPageMissing,
  loopbackAddressPortFixed,
  loopbackNamePortFixed,
  loopbackNotRegistered,
  moreRightsUnnamed,
  newTokenIsRefused,
  noAuthorizationEndpoint,
  noOauthMetadata,
  noRefreshToken,
  noRevocation,
  noTokenEndpoint,
  noWayToAClient,
  offlineAccessOffered,
  oneClientForAll,
  oneScopeForEverything,
  onlyClientCredentials,
  onlyDeviceFlow,
  pkceListEmpty,
  pkcePlainOnly,
  pkceUnsaid,
  queryTokenIsTaken,
  redirectByHost,
  redirectByPrefix,
  refreshIsNotReplaced,
  refreshIsRefused,
  refusedWith403,
  registrationAnswers200,
  registrationBreaks,
  registrationByHttp,
  registrationForbidden,
  registrationMayBeCached,
  registrationNeedsAToken,
  registrationOnly,
  registrationTakesLong,
  registrationWithoutClientId,
  replacedRefreshWorks,
  resourceChangesNothing,
  resourceIsAnotherPath,
  resourceIsLocalhost,
  resourceIsTheOrigin,
  resourceMetadataMissing,
  resourceMetadataTakesLong,
  resourceParameterRefused,
  resourceRefusedWithTheCode,
  resourceUnnamed,
  scriptRedirectRegisters,
  serverMetadata404,
  serverMetadataBehindWall,
  serverMetadataIsAPage,
  serverMetadataTakesLong,
  sessionOpensWithAnyToken,
  sessionOpensWithoutToken,
  stateChanged,
  stateLost,
  tokenEndpointBreaks,
  tokenEndpointByHttp,
  tokenEndpointIsSluggish,
  tokenEndpointRefusesForms,
  tokenEndpointShowsAPage,
  tokenEndpointShowsTheApp,
  tokenEndpointTakesLong,
  tokenErrorAsText,
  tokenErrorIsEmpty,
  tokenErrorUnnamed,
  tokenForAnotherIsTaken,
  tokenIsForAnother,
  unknownClientGetsAToken,
  unknownClientIs403,
  unknownClientIsInvalidGrant,
  unknownClientIsInvalidRequest,
  unknownCodeIs403,
  unknownCodeIsInvalidRequest,
  unknownCodeIsTaken,
  unsignedTokenBreaks,
  unsignedTokenIsTaken,
  verifierIsNotCompared,
  wildcardRedirectRegisters,
]
