import { createTransport } from 'nodemailer'
import type { Result } from './channels.ts'

/** Where mail is handed in; parsed from SMTP_URL and MAIL_FROM. */
export interface MailConfig {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS where the server offers it. */
  readonly tls: boolean
  /** STARTTLS must succeed. */
  readonly requireTls: boolean
  readonly user: { readonly name: string; readonly password: string } | undefined
  readonly from: { readonly name: string; readonly address: string }
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for each attempt, so that a mail that arrives twice is known for one. */
  readonly messageId: string
  readonly at: Date
}

export type SendMail = (mail: Mail) => Promise<Result>

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** @param ownName what we call ourselves to the mail server */
export function createMailer(config: MailConfig, ownName: string): SendMail {
  const { host, port, tls, requireTls, user, from } = config
  const transport = createTransport({
    host,
    port,
    secure: tls,
    requireTLS: requireTls,
    name: ownName,
    ...(user !== undefined && { auth: { user: user.name, pass: user.password } }),
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ at, ...mail }) => {
    try {
      const sent = await transport.sendMail({
        ...mail,
        from,
        date: at,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      return { outcome: 'sent', detail: sent.response }
    } catch (error) {
      return resultOf(error)
    }
  }
}

/** The server refused this address or this mail for good; anything else may be better later. @see RFC 5321 section 4.2.1 */
function resultOf(error: unknown): Result {
  if (!(error instanceof Error)) throw error
  const { code, response, responseCode } = error as Error & {
    readonly code?: string
    readonly response?: string
    readonly responseCode?: number
  }
  if (code === undefined) throw error
  const refused =
    (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500
  return { outcome: refused ? 'refused' : 'failed', detail: response ?? code }
}
