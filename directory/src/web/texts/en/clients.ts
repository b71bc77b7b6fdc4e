/** Words of the operators’ page of static clients. */
export const texts = {
  'clients.title': 'Clients from servers’ owners',
  'clients.lead':
    'Where a server’s owner gave this directory a client of its own, it is used before our metadata document and before registering.',
  'clients.none': 'No client was entered',
  'clients.none.do': 'Most servers need none: this directory makes itself known to them.',
  'clients.issuer': 'Issuer',
  'clients.issuer.hint':
    'The login that issued the client, as it stands in its metadata. If the server names another login one day, the client is not used there.',
  'clients.id': 'Client id',
  'clients.secret': 'Client secret',
  'clients.secret.hint':
    'We keep it encrypted and never show it again. Leave it empty for a client without one.',
  'clients.method': 'How it shows who it is',
  'clients.method.client_secret_basic': 'Secret in the Authorization header',
  'clients.method.client_secret_post': 'Secret in the form',
  'clients.method.none': 'No secret',
  'clients.whose': 'Who uses it',
  'clients.everybody': 'Everybody',
  'clients.email': 'Only for the organisation of',
  'clients.email.hint': 'The e-mail address of one of its people. Leave it empty for everybody.',
  'clients.since': 'Entered',
  'clients.slug': 'Connector',
  'clients.slug.hint': 'Its name in the address of its page.',
  'clients.callback': 'Whoever makes the client at the server registers this redirect address there:',
  'clients.callback.title': 'Redirect address',
  'clients.replaces':
    'It replaces an earlier one for the same connector and people. With the same client id, what was connected goes on with the new secret. People connect through it in the web, desktop and mobile; clients on their own machine cannot use it directly.',
  'clients.add': 'Enter or replace a client',
  'clients.send': 'Save',
  'clients.saved': 'The client is saved. The next sign-ins use it.',
  'clients.remove': 'Remove',
  'clients.removed':
    'The client and its secret are deleted. What was connected with it works until its tokens end.',
  'clients.fault.slug': 'There is no connector with this name.',
  'clients.fault.issuer': 'Enter the issuer as it stands in its metadata, a URL.',
  'clients.fault.clientId': 'Enter the client id.',
  'clients.fault.clientSecret': 'This way of showing who it is needs a secret.',
  'clients.fault.email': 'Nobody here has this e-mail address.',
} as const
