import type { MailConfig } from './mailer.ts'

const mailFrom = /^(?:([^<>"\p{C}]*?)\s*<([^<>\s@"]+@[^<>\s@"]+)>|([^<>\s@"]+@[^<>\s@"]+))$/u

/** What the variables say, or a sentence about what is wrong with them. */
export function parseMailConfig(
  smtpUrl: string | undefined,
  from: string | undefined,
): MailConfig | string | undefined {
  if (smtpUrl === undefined && from === undefined) return undefined
  if (smtpUrl === undefined || from === undefined) {
    return 'SMTP_URL and MAIL_FROM belong together; set both or neither.'
  }
  const server = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined
  if (server === undefined || !isMailServer(server)) {
    return 'SMTP_URL must be smtp://user:password@host:port or smtps://…, without a path or a query.'
  }
  const [matched, name = '', named, bare] = mailFrom.exec(from.trim()) ?? []
  if (matched === undefined) {
    return 'MAIL_FROM must be an address, or a name with one: Connectory <notices@example.com>.'
  }
  const [user, password] = [decode(server.username), decode(server.password)]
  if ((user === '') !== (password === '')) {
    return 'SMTP_URL has a user name or a password without the other one. Give both or neither.'
  }
  const tls = server.protocol === 'smtps:'
  const host = server.hostname.replaceAll(/^\[|\]$/g, '')
  return {
    host,
    port: server.port === '' ? (tls ? 465 : 587) : Number(server.port),
    tls,
    // A password is not sent in the clear to another machine.
    requireTls: !tls && user !== '' && !['127.0.0.1', '::1', 'localhost'].includes(host),
    user: user === '' ? undefined : { name: user, password },
    from: { name, address: named ?? bare ?? '' },
  }
}

function isMailServer({ protocol, hostname, pathname, search, hash }: URL): boolean {
  const bare = (pathname === '' || pathname === '/') && search === '' && hash === ''
  return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '' && bare
}

/** A percent sign that begins no code stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
