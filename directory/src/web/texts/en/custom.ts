/** Words of the pages of servers that people add by address. */
export const texts = {
  'custom.title': 'Your own servers',
  'custom.lead':
    'Servers that are not listed in {instance}, added by their address. They work in your clients like every other connector.',
  'custom.count': { one: 'One server', other: '{count} servers' },
  'custom.none': 'No server was added yet',
  'custom.none.do': 'Add one that is not in the directory, such as one of your own company.',
  'custom.not-allowed': 'Your organisation may not add servers by address',
  'custom.not-allowed.do': 'Listed connectors are for everybody. Ask an operator if you need more.',
  'custom.not-allowed.kept':
    'An operator has switched this off for your organisation. What is here is kept, but cannot be connected or called until it is allowed again. You can remove it.',
  'custom.for.me': 'Only for you',
  'custom.for.organisation': 'For your organisation',
  'custom.add': 'Add a server',
  'custom.add.note':
    'We check it once, as we check every server, and show you what we saw. Nobody reviews it, and nobody outside your organisation sees it.',
  'custom.add.send': 'Add it',
  'custom.added': '{name} was added, and its check has begun.',
  'custom.field.url': 'Address of the MCP server',
  'custom.field.url.hint': 'In full, with https:// and its path.',
  'custom.field.name': 'Name',
  'custom.field.name.hint': 'As you want to see it here.',
  'custom.field.for': 'Who may use it',
  'custom.fault.malformed': 'This is not an address. Write it in full, such as https://mcp.example.com/mcp.',
  'custom.fault.not-https': 'The address must start with https://.',
  'custom.fault.credentials':
    'The address carries a user name or password. Leave them out; a key belongs into a header.',
  'custom.fault.private': 'This address is not on the public internet, so it cannot be reached from here.',
  'custom.fault.obscured': 'Write the name of the host, or its plain address.',
  'custom.fault.missing-name': 'Give it a name.',
  'custom.fault.long-name': 'At most 100 characters fit.',
  'custom.fault.long-url': 'At most 2,000 characters fit.',
  'custom.fault.twice': 'You have this server already.',
  'custom.fault.listed': 'This server is listed here as “{slug}”. Connect it from its page.',
  'custom.fault.not-owner': 'Only an owner of your organisation may add a server for everybody in it.',
  'custom.connect': 'Connect',
  'custom.unreviewed': 'Nobody has reviewed this server',
  'custom.unreviewed.do':
    'You trust it because you or your organisation know it. Read what its tools answer as you would read an e-mail from a stranger.',
  'custom.use': 'Use it',
  'custom.use.lead': 'Connect it once, then add this address to your MCP client.',
  'custom.server': 'Server',
  'custom.since': 'Added',
  'custom.check': 'What the check saw',
  'custom.check.lead':
    'For you to know. It decides nothing: a server that is not listed has nothing to pass.',
  'custom.check.running': 'The check is running. It takes a minute at most; this page renews itself.',
  'custom.check.again': 'Check again',
  'custom.remove': 'Remove',
  'custom.remove.title': 'Remove {name}?',
  'custom.remove.own':
    'We delete the server, your connection to it, the tokens that we hold and what the check saw, at once and for good.',
  'custom.remove.shared':
    'We delete the server for everybody in your organisation: all connections to it, the tokens that we hold and what the check saw, at once and for good.',
  'custom.remove.do': 'Remove it',
  'custom.remove.keep': 'Keep it',
  'custom.removed': '{name} was removed. All tokens for it are deleted here.',
  'custom.allowed.title': 'Who may add servers',
  'custom.allowed.lead':
    'Listed connectors are for everybody. These organisations may also add servers that are not listed, by their address.',
  'custom.allowed.none': 'No organisation was named yet',
  'custom.allowed.organisation': 'Organisation',
  'custom.allowed.since': 'Since',
  'custom.allowed.change': 'Change',
  'custom.allowed.end': 'End',
  'custom.allowed.add': 'Allow an organisation',
  'custom.allowed.email': 'E-mail address of one of its people',
  'custom.allowed.email.hint': 'Somebody who has an account here.',
  'custom.allowed.send': 'Allow',
  'custom.allowed.unknown': 'Nobody here has this e-mail address.',
  'custom.allowed.done': 'The organisation may add servers now.',
  'custom.allowed.ended':
    'The organisation may not add servers any more. What it has is kept and switched off.',
  'custom.allowed.by-setting.everyone':
    'The setting CUSTOM_CONNECTORS lets everybody add servers; this list has no effect now.',
  'custom.allowed.by-setting.nobody':
    'The setting CUSTOM_CONNECTORS lets nobody add servers; this list has no effect now.',
} as const
