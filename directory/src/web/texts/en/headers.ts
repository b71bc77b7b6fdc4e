/** Words of the page of headers that an organisation shares. */
export const texts = {
  'headers.title': 'Headers for {name}',
  'headers.lead':
    'Sent to {host} with every call of your organisation’s people, and to nobody else. For servers that ask for a key of the organisation.',
  'headers.none': 'No header is sent',
  'headers.name': 'Name of the header',
  'headers.name.hint': 'Such as X-API-Key. “Authorization” is sent only where the login gives no token.',
  'headers.value': 'Value',
  'headers.value.hint':
    'We keep it encrypted and never show it again. To change it, enter a new one under the same name.',
  'headers.origin': 'Sent to',
  'headers.set': 'Set',
  'headers.change': 'Change',
  'headers.remove': 'Remove',
  'headers.add': 'Add or replace a header',
  'headers.send': 'Save',
  'headers.added': 'The header {name} is sent from now on.',
  'headers.removed': 'The header {name} is deleted and no longer sent.',
  'headers.owners': 'Only owners of your organisation may change them.',
  'headers.moved':
    'The server is at {origin} now. Headers that were set for another address are not sent there; enter them again if you trust it.',
  'headers.fault.no-name': 'Enter the name of the header.',
  'headers.fault.bad-name':
    'A name has letters, digits and dashes, without spaces or a colon, and at most 100 characters.',
  'headers.fault.hop-by-hop':
    '“{name}” belongs to the connection between two machines and is set by them. Choose another header.',
  'headers.fault.protocol':
    '“{name}” is part of the protocol and different for each call. Choose another header.',
  'headers.fault.browser':
    '“{name}” says who asks and from where; that is for browsers and proxies to say. Choose another header.',
  'headers.fault.no-value': 'Enter the value.',
  'headers.fault.bad-value': 'A value has letters, digits and signs of ASCII on one line, at most 4,000.',
  'headers.fault.too-many': 'At most five headers are sent to one server. Remove one first.',
} as const
