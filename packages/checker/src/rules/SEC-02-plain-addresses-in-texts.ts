import { judgeAddress } from '@connectory/wire'
import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { defineRule } from '../rule.ts'
import { speakers } from '../text/tool-texts.ts'

const shorteners: ReadonlySet<string> = new Set(
  `bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly rb.gy shorturl.at t.ly tiny.cc
  bl.ink soo.gd s.id lnkd.in shorte.st adf.ly tiny.one urlz.fr`.split(/\s+/),
)
const tunnels: readonly string[] =
  `ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev trycloudflare.com loca.lt localtunnel.me serveo.net
  localhost.run lhr.life lhr.rocks pinggy.link pagekite.me devtunnels.ms zrok.io bore.pub telebit.io webhook.site
  requestbin.com requestcatcher.com beeceptor.com pipedream.net interact.sh oast.fun oast.pro burpcollaborator.net`.split(
    /\s+/,
  )
const address = /\bhttps?:\/\/(?:[^\s/"'<>()@`]{0,200}@)?(\[[0-9a-f:.]+\]|[a-z0-9.-]+)/gi
const MOST_ADDRESSES = 50

/** Also known as: URL shorteners, tunnels, raw addresses in texts. */
export const rule = defineRule({
  id: 'SEC-02',
  title: 'Addresses in texts say whose they are',
  why: 'A short link, a tunnel or a bare number hides who answers there today and who will answer tomorrow.',
  clause: clauses.policyHidden,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const { name, at, page, texts } of speakers(tools)) {
      const given = new Set<string>()
      for (const { text, where } of texts.places) {
        if (!text.includes('://')) continue
        for (const { signal, host } of strangeHosts(text)) {
          if (given.has(signal)) continue
          given.add(signal)
          const params = { tool: name, where, host }
          yield { case: signal, signal, at, ...(page === undefined ? {} : { page }), params }
        }
      }
    }
  },
  text: {
    en: {
      pass: 'No text has a short link, a tunnel or a bare IP address.',
      cases: {
        shortener: {
          message: '{tool} has a short link of {host} ({where}); nobody sees where it leads.',
          fix: 'Write the full address in {tool}.',
        },
        tunnel: {
          message: '{tool} has the address of a tunnel or catcher, {host} ({where}).',
          fix: 'Name an address of your own in {tool}, or take it out.',
        },
        number: {
          message: '{tool} has a bare IP address, {host} ({where}).',
          fix: 'Name the host in {tool} instead of its number.',
        },
      },
    },
    de: {
      title: 'Adressen in Texten sagen, wem sie gehören',
      why: 'Ein Kurzlink, ein Tunnel oder eine bloße Nummer verbirgt, wer dort heute antwortet und wer morgen.',
      pass: 'Kein Text enthält einen Kurzlink, einen Tunnel oder eine bloße IP-Adresse.',
      cases: {
        shortener: {
          message: '{tool} enthält einen Kurzlink von {host} ({where}); niemand sieht, wohin er führt.',
          fix: 'Schreiben Sie in {tool} die ganze Adresse.',
        },
        tunnel: {
          message: '{tool} enthält die Adresse eines Tunnels oder Fängers, {host} ({where}).',
          fix: 'Nennen Sie in {tool} eine eigene Adresse, oder nehmen Sie sie heraus.',
        },
        number: {
          message: '{tool} enthält eine bloße IP-Adresse, {host} ({where}).',
          fix: 'Nennen Sie in {tool} den Rechnernamen statt der Nummer.',
        },
      },
    },
    es: {
      title: 'Las direcciones de los textos dicen de quién son',
      why: 'Un enlace corto, un túnel o un simple número oculta quién responde ahí hoy y quién mañana.',
      pass: 'Ningún texto tiene un enlace corto, un túnel ni una dirección IP a secas.',
      cases: {
        shortener: {
          message: '{tool} tiene un enlace corto de {host} ({where}); nadie ve adónde lleva.',
          fix: 'Escriba la dirección completa en {tool}.',
        },
        tunnel: {
          message: '{tool} tiene la dirección de un túnel o receptor, {host} ({where}).',
          fix: 'Nombre en {tool} una dirección propia, o quítela.',
        },
        number: {
          message: '{tool} tiene una dirección IP a secas, {host} ({where}).',
          fix: 'Nombre en {tool} el servidor en vez de su número.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed({
        name: 'a',
        description:
          'See https://docs.publisher.example/api. Works with http://127.0.0.1:8080 and http://192.168.1.1/.',
      }),
      listed({
        name: 'a',
        description: 'Such as https://orbit.lyon.example and https://notbit.ly.example/.',
      }),
    ],
    fail: [
      listed({ name: 'a', description: 'More at https://bit.ly/3abcDEF.' }),
      listed({ name: 'a', description: 'Calls https://a1b2.ngrok-free.app/hook.' }),
      listed({ name: 'a', description: 'Data from http://93.184.215.14/feed.' }),
    ],
  },
})

function* strangeHosts(text: string): Generator<{ signal: string; host: string }> {
  let count = 0
  for (const match of text.matchAll(address)) {
    if (++count > MOST_ADDRESSES) return
    const host = (match[1] ?? '').toLowerCase().replace(/\.$/, '')
    if (shorteners.has(host)) yield { signal: 'shortener', host }
    else if (tunnels.some((one) => host === one || host.endsWith(`.${one}`))) yield { signal: 'tunnel', host }
    else if (isPublicNumber(host)) yield { signal: 'number', host }
  }
}

function isPublicNumber(host: string): boolean {
  if (!/^(\[.*\]|\d+\.\d+\.\d+\.\d+)$/.test(host)) return false
  return judgeAddress(host.replace(/^\[(.*)\]$/, '$1')).kind === 'public'
}
