export const texts = {
  'connections.title': 'Your connections',
  'connections.lead': 'Connectors that your MCP clients may use in your name through {instance}.',
  'connections.count': { one: 'One connection', other: '{count} connections' },
  'connections.none': 'You are not connected to anything yet',
  'connections.none.do':
    'Find a connector and press Connect. It then works in every MCP client that you sign in with.',
  'connections.connect-headers': 'It asks for a key of your organisation?',
  'connections.headers': 'Headers',
  'connections.browse': 'Browse connectors',
  'connections.state.connected': 'Connected',
  'connections.state.needs-reconnect': 'Connect again',
  'connections.state.stopped': 'Stopped',
  'connections.state.gone': 'No longer available',
  'connections.reconnect': 'Connect again',
  'connections.reconnect-why':
    'The server no longer accepts the access that you gave. Calls fail until you connect again.',
  'connections.connected-since': 'Connected since',
  'connections.last-used': 'Last used',
  'connections.never-used': 'Not used yet',
  'connections.login': 'Signed in at',
  'connections.login.open': 'No login needed',
  'connections.scopes': 'What you allowed',
  'connections.tools': 'Tools',
  'connections.tools-count': { one: 'One tool', other: '{count} tools' },
  'connections.endpoint': 'Address for your MCP client',
  'connections.all': 'All of them at one address',
  'connections.all-lead':
    'Added to a client once, this gives it the tools of everything that you connect, now and later. The name of a tool begins with that of its connector. Where there are many tools, the client finds them with a search.',
  'connections.all-token': 'A script needs a token: make one',
  'connections.snippet': 'Add it to a client',
  'connections.snippet-hint': 'Most clients take this. They ask you to sign in here the first time.',
  'connections.token': 'Token for a script',
  'connections.token-hint':
    'A script without a browser sends a token instead. It works for this connector only.',
  'connections.token-make': 'Make a token',
  'connections.gone': 'This connector is no longer listed.',
  'connections.gone.do':
    'Calls do not go through. Disconnect it, or keep the connection in case it comes back.',
  'connections.stopped': 'Stopped: it cannot be called for now',
  'connections.hidden':
    'The server of this connector keeps failing, so nobody finds it in the directory for now. You can go on using it while its server answers.',
  'connections.delisted':
    'This connector was delisted because its server kept failing. Calls are refused until it is listed again.',
  'connections.disconnect': 'Disconnect',
  'connections.disconnect-title': 'Disconnect {name}?',
  'connections.disconnect-deleted':
    'We delete the connection and the tokens that we hold for it, at once and for good.',
  'connections.disconnect-left': 'What we cannot delete',
  'connections.disconnect-left-tokens':
    'Tokens that {name} gave out stay valid on its side until they end there. To end them now, sign out or remove the access in your account at {name}.',
  'connections.disconnect-revokes':
    'We ask {name} to end its tokens too. It may refuse, or not offer that; then they stay valid on its side until they end there, and removing the access in your account at {name} ends them.',
  'connections.disconnected-ended':
    'Disconnected from {name}. Its tokens are deleted here, and it confirmed that it ended them.',
  'connections.disconnected-unconfirmed':
    'Disconnected from {name}. Its tokens are deleted here, but it did not confirm that it ended them. To be sure, remove the access in your account there.',
  'connections.disconnect-left-cookies':
    'Your browser may still be signed in there: cookies of {name} stay. Connecting again may not ask for a password.',
  'connections.disconnect-left-backups':
    'Backups of this directory hold the sealed tokens until they are replaced.',
  'connections.disconnect-keep': 'Keep it',
  'connections.disconnected': 'Disconnected from {name}. Its tokens are deleted here.',
  'connections.connected': 'Connected to {name}.',
  'connections.connect-title': 'Connect {name}',
  'connections.connect-lead': 'by {publisher}',
  'connections.connect-do': 'Connect',
  'connections.connect-cancel': 'Not now',
  'connections.connect-what': 'What happens',
  'connections.connect-open': 'This server needs no login. We open it once to see that it answers.',
  'connections.connect-oauth':
    'You sign in at the server and see there what you allow. We receive a token for this server only, keep it encrypted, and never see your password.',
  'connections.connect-unknown': 'If the server asks for a login, you sign in there and see what you allow.',
  'connections.connect-told':
    'The server learns that {instance} calls it. It is not told who you are by us, nor which plan you use.',
  'connections.connect-community-title': 'Made by its publisher, not by {instance}',
  'connections.connect-community':
    'It was checked and reviewed when it was listed. What its tools answer is written by {publisher} and by the data behind them: read it as you would read an e-mail from a stranger, and look before you confirm a tool that changes things.',
  'connections.connect-server': 'Server',
  'connections.connect-tools': 'Tools that it offers',
  'connections.connect-not-listed':
    'It is not published yet; only its publisher and reviewers can connect it.',
  'connections.connect-hidden':
    'The server of this connector keeps failing. Nobody finds it in the directory for now, and calls may fail.',
  'connections.connect-again': 'You are connected already. Connecting again replaces the access.',
  'connections.start-over-title': 'You did not come back from {host}',
  'connections.start-over-why':
    'If its page said that it does not know this client, its registration there is gone. Start over: this directory registers anew and sends you there again.',
  'connections.start-over': 'Start over',
  'connections.continue-title': 'On to {host}',
  'connections.continue-lead':
    'You sign in at {host} now and come back here afterwards. You have 10 minutes.',
  'connections.continue-do': 'Continue to {host}',
  'connections.failed-title': 'Not connected',
  'connections.failed-reference': 'Reference',
  'connections.failed-reference-hint': 'Quote it when you ask an operator or the publisher for help.',
  'connections.failed-again': 'Try again',
  'connections.failed-trace': 'See what happened',
  'connections.failed-nothing': 'Nothing was changed.',
  'connections.failure.forged-state':
    'The answer that came back belongs to no sign-in that was started here. Start again from the connector page.',
  'connections.failure.replayed-state':
    'This answer was used already. If you are not connected, start again.',
  'connections.failure.expired-state': 'The sign-in took longer than 10 minutes. Start again.',
  'connections.failure.other-person':
    'This sign-in was started by somebody else. Sign in here as that person, or start your own.',
  'connections.failure.wrong-issuer':
    'The answer came from another server than the one that was asked ({expected}). It was not used. Tell the publisher.',
  'connections.failure.consent-denied': 'You did not allow it at the server, so nothing was connected.',
  'connections.failure.refused-by-server':
    'The server ended the sign-in with "{error}". Try again, or tell the publisher.',
  'connections.failure.token-refused':
    'The server let you sign in and then gave no token ("{error}"). Try again, or tell the publisher.',
  'connections.failure.client-forgotten':
    'The server no longer knows this directory as a client, also after a new registration. Tell the publisher.',
  'connections.failure.no-client':
    'The server offers no way for this directory to become its client: no client metadata documents, no registration, and no client was entered by an operator.',
  'connections.failure.registration-refused':
    'The login of the server does not let this directory register as its client ({error}). An operator can enter a client for this connector.',
  'connections.failure.resource-refused':
    'The login gives no access for {resource} (invalid_target): it does not know this address. Its publisher has to enter it there as a name of the server.',
  'connections.failure.static-client-issuer':
    'The server now names the login {found}, but its client was issued by {expected}. An operator has to enter a new client.',
  'connections.failure.unreachable': 'The server could not be opened: {detail}',
  'connections.failure.discovery': 'The login of the server could not be found: {detail}',
  'connections.failure.not-bound':
    'The server takes only access that is bound to a key (DPoP), and its login gives none that this directory can use. Its publisher has to mend that.',
  'connections.failure.not-opened':
    'You signed in, but the server then refused the token that its login had given.',
  'connections.failure.call-failed': 'A call got no answer: {detail}',
  'connections.failure.renewal-refused':
    'The login of the server refused to renew the access ("{error}"). Connect again.',
  'connections.failure.renewal-impossible':
    'The access ended, and the server gave nothing to renew it with. Connect again.',
  'connections.failure.renewal-unanswered': 'The access could not be renewed for now: {detail}',
  'connections.trace-title': 'What happened',
  'connections.trace-lead': 'Tokens, codes and secrets are never written down.',
  'connections.trace-steps': 'Steps',
  'connections.trace.under-way': 'Under way or given up',
  'connections.trace.connected': 'Connected',
  'connections.trace.failed': 'Failed',
  'connections.trace-requests': 'What was sent and received, without its content',
  'connections.exchange.sent': 'sent: {shape}',
  'connections.exchange.received': 'received: {shape}',
  'connections.traces-title': 'Sign-ins and failures of everybody',
  'connections.traces-lead':
    'For operators. Find what happened by the reference that a person quotes; it is kept for 90 days.',
  'connections.traces-find': 'Show what happened',
  'connections.traces-missing': 'There is nothing with the reference {reference}.',
  'connections.traces-newest': 'The newest 50',
  'connections.traces-none': 'Nothing has happened yet',
  'connections.traces-connector': 'Connector',
  'connections.traces-when': 'When',
  'connections.traces-outcome': 'Outcome',
  'connections.step.renewing': 'The access had ended and was to be renewed at {host}.',
  'connections.step.opened': 'Opened {host} without a token: {answer}.',
  'connections.step.discovered': 'Found the login {issuer}.',
  'connections.step.client-not-hosted':
    'The login takes client metadata documents, but this directory runs without https, so it has none to show.',
  'connections.step.client-chosen': 'We are known there by: {kind}.',
  'connections.step.client-registered': 'Registered this directory as a client.',
  'connections.step.client-dropped': 'Dropped the registration that the server no longer knows.',
  'connections.step.key-made':
    'Made a key ({algorithm}) to which the access is bound: the token alone is of no use to anybody.',
  'connections.step.sent-to-server': 'Sent you to {host}, asking for: {scopes}.',
  'connections.step.answer-received': 'You came back with an answer from {issuer}.',
  'connections.step.tokens-received': 'Received a token that {life}.',
  'connections.step.server-opened': 'Opened the server with it.',
  'connections.step.connected': 'Connected.',
  'connections.step.failed': 'It ended here.',
  'connections.client-kind.static': 'a client that an operator entered',
  'connections.client-kind.cimd': 'our client metadata document',
  'connections.client-kind.dcr': 'a registration that we made',
  'connections.opened.open': 'it needs no login',
  'connections.opened.login': 'it asks for a login',
  'connections.life.known': 'ends after {minutes} minutes',
  'connections.life.unknown': 'does not say when it ends',
  'connections.scopes-default': 'what the server gives by default',
} as const
