import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A moment at the edge of the product at which a kill may come. */
export type Moment = 'mail comes' | 'mail is taken' | 'webhook comes' | 'webhook is taken' | 'tools are asked'

export interface Receivers extends AsyncDisposable {
  readonly smtpUrl: string
  readonly webhookUrl: string
  /** Message-IDs of the mails that were taken, in their order. */
  readonly mails: readonly string[]
  /** `webhook-id` of the messages that were taken. */
  readonly webhooks: readonly string[]
  /** The newest link in a mail that confirms an address. */
  confirmation(): string | undefined
}

/** A mail server and a receiver of webhooks that write down what they took before they say so. */
export async function startReceivers(meet: (moment: Moment) => void): Promise<Receivers> {
  const mails: string[] = []
  const webhooks: string[] = []
  let confirmation: string | undefined
  const mail = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        confirmation =
          /\/account\/notices\/address\/[\w-]+/.exec(text.replaceAll('=\r\n', ''))?.[0] ?? confirmation
        meet('mail comes')
        mails.push(/^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1] ?? 'none')
        answer()
        meet('mail is taken')
      })
    },
  })
  // A killed process hangs up in the middle of a mail.
  mail.on('error', () => undefined)
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve))
  const web = createServer((request, response) => {
    // And in the middle of a message.
    request.on('error', () => undefined)
    request.resume().on('end', () => {
      meet('webhook comes')
      webhooks.push(String(request.headers['webhook-id']))
      response.writeHead(204).end()
      meet('webhook is taken')
    })
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(mail.server)}`,
    webhookUrl: `http://127.0.0.1:${portOf(web)}/hook`,
    mails,
    webhooks,
    confirmation: () => confirmation,
    async [Symbol.asyncDispose]() {
      web.closeAllConnections()
      await new Promise<void>((resolve) => web.close(() => resolve()))
      await new Promise<void>((resolve) => mail.close(() => resolve()))
    },
  }
}
