import { html } from 'hono/html'
import type { Language } from '../kernel/index.ts'
import { createTranslate, href, paths, spokenTime, type Translate } from '../web/index.ts'
import type { Notice } from './model.ts'
import { say } from './words.ts'

export interface Instance {
  readonly publicUrl: URL
  readonly instanceName: string
}

export interface MailWords {
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface Part {
  readonly label?: string
  readonly words: string
  readonly quoted?: boolean
}

interface Letter {
  readonly subject: string
  readonly parts: readonly Part[]
  readonly link: { readonly label: string; readonly url: string }
  readonly footer: string
}

/** A notice in the language of its reader, as plain text and as simple HTML. */
export async function noticeMail(
  { publicUrl, instanceName }: Instance,
  notice: Notice,
  language: Language,
): Promise<MailWords> {
  const t = createTranslate(language)
  const address = (path: string): string => new URL(href(language, path), publicUrl).href
  return await write(language, {
    subject: `${oneLine(say(t, notice.what))} · ${instanceName}`,
    parts: [
      { words: `${oneLine(say(t, notice.what))}.` },
      { words: say(t, notice.why) },
      ...(notice.quote === null ? [] : [{ words: notice.quote, quoted: true }]),
      { label: t('notices.do'), words: say(t, notice.whatToDo) },
      ...(notice.by === null ? [] : [{ label: t('notices.by'), words: spokenTime(notice.by, language) }]),
    ],
    link: { label: t('notices.mail.open'), url: address(`${paths.inbox}/${notice.id}`) },
    footer: footer(t, instanceName, address(paths.noticeSettings)),
  })
}

/** Asks whoever reads mail at an address whether it is theirs. */
export async function addressMail(
  { publicUrl, instanceName }: Instance,
  { token, language, name }: { readonly token: string; readonly language: Language; readonly name: string },
): Promise<MailWords> {
  const t = createTranslate(language)
  const address = (path: string): string => new URL(href(language, path), publicUrl).href
  return await write(language, {
    subject: t('notices.mail.confirm.subject', { instance: instanceName }),
    parts: [
      { words: t('notices.mail.confirm.why', { name: oneLine(name), instance: instanceName }) },
      { words: t('notices.mail.confirm.not-you') },
    ],
    link: {
      label: t('notices.mail.confirm.open'),
      url: address(`${paths.noticeSettings}/address/${token}`),
    },
    footer: t('notices.mail.confirm.footer', { instance: instanceName }),
  })
}

function footer(t: Translate, instance: string, settings: string): string {
  return t('notices.mail.footer', { instance, settings })
}

/** What strangers named goes into headers too. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{C}]+/gu, ' ').trim()
}

async function write(language: Language, { subject, parts, link, footer }: Letter): Promise<MailWords> {
  const text = [
    ...parts.map(({ label, words, quoted }) => {
      const lines = quoted === true ? words.replaceAll(/^/gm, '> ') : words
      return label === undefined ? lines : `${label} ${lines}`
    }),
    `${link.label}\n${link.url}`,
    `-- \n${footer}`,
  ].join('\n\n')
  const blocks = parts.map(({ label, words, quoted }) =>
    quoted === true
      ? html`<blockquote
          style="margin:0 0 16px;padding-left:12px;border-left:3px solid #ccc;white-space:pre-line"
        >
          ${words}
        </blockquote>`
      : html`<p>${label === undefined ? '' : html`<strong>${label}</strong> `}${words}</p>`,
  )
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body style="font:16px/1.5 sans-serif;max-width:36em;margin:0 auto;padding:16px">
        ${blocks}
        <p><a href="${link.url}">${link.label}</a></p>
        <hr style="border:0;border-top:1px solid #ccc" />
        <p style="font-size:13px">${footer}</p>
      </body>
    </html>`
  return { subject, text: `${text}\n`, html: String(await page) }
}
