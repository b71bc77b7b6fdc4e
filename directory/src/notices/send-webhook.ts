import { isWireError, type SafeFetch } from '@connectory/wire'
import { Webhook as Signer } from 'standardwebhooks'
import type { Language } from '../kernel/index.ts'
import { createTranslate } from '../web/index.ts'
import type { Result } from './channels.ts'
import type { Notice } from './model.ts'
import type { SigningWebhook } from './webhook-store.ts'
import { say } from './words.ts'

export interface WebhookMessage {
  /** The same for each attempt: who gets it twice knows it by this. */
  readonly id: string
  readonly body: string
}

/** A notice as programs read it, with its sentences in the language of the webhook. */
export function messageOf(notice: Notice, language: Language, publicUrl: URL): WebhookMessage {
  const t = createTranslate(language)
  const body = {
    type: notice.kind,
    timestamp: notice.at.toISOString(),
    data: {
      id: notice.id,
      about: notice.about,
      what: say(t, notice.what),
      why: say(t, notice.why),
      whatToDo: say(t, notice.whatToDo),
      quote: notice.quote,
      by: notice.by?.toISOString() ?? null,
      link: new URL(notice.link, publicUrl).href,
    },
  }
  return { id: notice.id, body: JSON.stringify(body) }
}

const patienceMs = 15_000

/**
 * Posts a signed message through the guarded fetch; redirects are not followed.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export async function sendWebhook(
  fetch: SafeFetch,
  webhook: SigningWebhook,
  { id, body }: WebhookMessage,
  now: Date,
): Promise<Result> {
  const secrets = [
    webhook.secret,
    ...(webhook.old !== undefined && webhook.old.until > now ? [webhook.old.secret] : []),
  ]
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, now, body)).join(' '),
      },
      body,
      timeoutMs: patienceMs,
      maxBytes: 65_536,
    })
    await response.body.cancel()
    const detail = `HTTP ${response.status}`
    if (response.status === 410) return { outcome: 'refused', detail, gone: true }
    return { outcome: response.status >= 200 && response.status < 300 ? 'sent' : 'failed', detail }
  } catch (error) {
    if (!isWireError(error)) throw error
    return { outcome: 'failed', detail: error.message }
  }
}
