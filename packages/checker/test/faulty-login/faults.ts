import type { Fault } from './fault.ts'
import { fault as apiKeyScheme } from './faults/api-key-scheme.ts'
import { fault as authorizationEndpointByHttp } from './faults/authorization-endpoint-by-http.ts'
import { fault as authorizationEndpointIsScript } from './faults/authorization-endpoint-is-script.ts'
import { fault as authorizationServerByHttp } from './faults/authorization-server-by-http.ts'
import { fault as authorizationServerUnnamed } from './faults/authorization-server-unnamed.ts'
import { fault as badTokenIs400 } from './faults/bad-token-is-400.ts'
import { fault as badTokenIs403 } from './faults/bad-token-is-403.ts'
import { fault as badTokenIs500 } from './faults/bad-token-is-500.ts'
import { fault as badTokenIsARedirect } from './faults/bad-token-is-a-redirect.ts'
import { fault as badTokenIsTaken } from './faults/bad-token-is-taken.ts'
import { fault as basicPassword } from './faults/basic-password.ts'
import { fault as challengeIsBare } from './faults/challenge-is-bare.ts'
import { fault as challengeMissing } from './faults/challenge-missing.ts'
import { fault as challengePointsNowhere } from './faults/challenge-points-nowhere.ts'
import { fault as documentsWithoutPublicClients } from './faults/documents-without-public-clients.ts'
import { fault as issuerHasAPathTooMany } from './faults/issuer-has-a-path-too-many.ts'
import { fault as issuerIsAnother } from './faults/issuer-is-another.ts'
import { fault as issuerUnnamed } from './faults/issuer-unnamed.ts'
import { fault as noAuthorizationEndpoint } from './faults/no-authorization-endpoint.ts'
import { fault as noOauthMetadata } from './faults/no-oauth-metadata.ts'
import { fault as noTokenEndpoint } from './faults/no-token-endpoint.ts'
import { fault as noWayToAClient } from './faults/no-way-to-a-client.ts'
import { fault as onlyClientCredentials } from './faults/only-client-credentials.ts'
import { fault as onlyDeviceFlow } from './faults/only-device-flow.ts'
import { fault as pkceListEmpty } from './faults/pkce-list-empty.ts'
import { fault as pkcePlainOnly } from './faults/pkce-plain-only.ts'
import { fault as pkceUnsaid } from './faults/pkce-unsaid.ts'
import { fault as refusedWith403 } from './faults/refused-with-403.ts'
import { fault as registrationAnswers200 } from './faults/registration-answers-200.ts'
import { fault as registrationBreaks } from './faults/registration-breaks.ts'
import { fault as registrationByHttp } from './faults/registration-by-http.ts'
import { fault as registrationForbidden } from './faults/registration-forbidden.ts'
import { fault as registrationNeedsAToken } from './faults/registration-needs-a-token.ts'
import { fault as registrationTakesLong } from './faults/registration-takes-long.ts'
import { fault as registrationWithoutClientId } from './faults/registration-without-client-id.ts'
import { fault as resourceIsAnotherPath } from './faults/resource-is-another-path.ts'
import { fault as resourceIsLocalhost } from './faults/resource-is-localhost.ts'
import { fault as resourceIsTheOrigin } from './faults/resource-is-the-origin.ts'
import { fault as resourceMetadataMissing } from './faults/resource-metadata-missing.ts'
import { fault as resourceUnnamed } from './faults/resource-unnamed.ts'
import { fault as serverMetadata404 } from './faults/server-metadata-404.ts'
import { fault as serverMetadataBehindWall } from './faults/server-metadata-behind-wall.ts'
import { fault as serverMetadataIsAPage } from './faults/server-metadata-is-a-page.ts'
import { fault as tokenEndpointByHttp } from './faults/token-endpoint-by-http.ts'
import { fault as unknownClientIs403 } from './faults/unknown-client-is-403.ts'
import { fault as unknownClientIsInvalidGrant } from './faults/unknown-client-is-invalid-grant.ts'
import { fault as unknownClientIsInvalidRequest } from './faults/unknown-client-is-invalid-request.ts'

/** Every fault of a login. A test holds this list equal to the folder faults/. */
export const faults: readonly Fault[] = [
  apiKeyScheme,
  authorizationEndpointByHttp,
  authorizationEndpointIsScript,
  authorizationServerByHttp,
  authorizationServerUnnamed,
  badTokenIs400,
  badTokenIs403,
  badTokenIs500,
  badTokenIsARedirect,
  badTokenIsTaken,
  basicPassword,
  challengeIsBare,
  challengeMissing,
  challengePointsNowhere,
  documentsWithoutPublicClients,
  issuerHasAPathTooMany,
  issuerIsAnother,
  issuerUnnamed,
  noAuthorizationEndpoint,
  noOauthMetadata,
  noTokenEndpoint,
  noWayToAClient,
  onlyClientCredentials,
  onlyDeviceFlow,
  pkceListEmpty,
  pkcePlainOnly,
  pkceUnsaid,
  refusedWith403,
  registrationAnswers200,
  registrationBreaks,
  registrationByHttp,
  registrationForbidden,
  registrationNeedsAToken,
  registrationTakesLong,
  registrationWithoutClientId,
  resourceIsAnotherPath,
  resourceIsLocalhost,
  resourceIsTheOrigin,
  resourceMetadataMissing,
  resourceUnnamed,
  serverMetadata404,
  serverMetadataBehindWall,
  serverMetadataIsAPage,
  tokenEndpointByHttp,
  unknownClientIs403,
  unknownClientIsInvalidGrant,
  unknownClientIsInvalidRequest,
]
