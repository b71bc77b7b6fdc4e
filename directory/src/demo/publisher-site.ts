import { createServer, type Server } from 'node:http'
import { html } from 'hono/html'

const privacy = [
  'This policy says what the demo connectors on this machine do with data. It covers the world clock, the notes and the to-do list, which are started together with the directory so that a newcomer can try it.',
  'What we collect. The world clock collects nothing: it receives a time and the name of a time zone, answers, and forgets both. The notes keep the texts that you ask it to keep, together with the name that you gave at its sign-in. The to-do list keeps nothing at all.',
  'How we use and store it. Notes are used for one purpose: to show them to you again. They are stored in one file in the data folder of this demo, on this machine, readable by the user who started it. Nothing is used for training, for statistics or for advertising.',
  'Whom we share it with. Nobody. The demo opens no connection to other machines, and no third party receives anything from it.',
  'How long we keep it. Notes stay until you delete them with the tool that deletes notes, or until you remove the data folder. Sign-ins are forgotten after thirty days.',
  'Your rights. You can read and delete your notes at any time with the tools of the connector. Because everything is in one file on your own machine, you can also inspect, copy or erase it without asking anyone.',
  'Contact. Questions about this policy reach the person who started this demo. In a real listing you would find an address here that is read by people, and a way to reach the person responsible for data protection.',
]

const support = [
  'The demo connectors run only while the directory runs. If one does not answer, start the directory again; if that does not help, remove the data folder and begin afresh.',
]

/** The website of the demo's publisher: the documents that a submission must name. */
export function createPublisherSite(): Server {
  const pages = new Map([
    ['/privacy', page('Privacy policy of the demo connectors', privacy)],
    ['/support', page('Help with the demo connectors', support)],
  ])
  return createServer(async (request, response) => {
    const found = await pages.get(request.url ?? '')
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(found ?? 'Not found\n')
  })
}

async function page(title: string, paragraphs: readonly string[]): Promise<string> {
  const document = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${paragraphs.map((text) => html`<p>${text}</p>`)}
        </main>
      </body>
    </html>`
  return document.toString()
}
