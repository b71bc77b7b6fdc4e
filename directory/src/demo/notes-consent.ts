import { html } from 'hono/html'

/** The consent page of the demo's notes server: a stranger's page, so it does not look like the directory's. */
export async function consentPage(clientName: string): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Allow access to Demo notes</title>
        <style>
          body {
            font:
              1rem/1.5 system-ui,
              sans-serif;
            max-width: 26rem;
            margin: 12vh auto;
            padding: 0 1rem;
            color: #222;
            background: #fdfcf7;
          }
          input,
          button {
            font: inherit;
            padding: 0.5rem 0.75rem;
          }
          label {
            display: block;
            margin: 1rem 0;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Demo notes</h1>
          <p><strong>${clientName}</strong> asks to read, add and delete your notes.</p>
          <form method="post">
            <label>Your name <input name="name" value="guest" maxlength="60" required /></label>
            <button name="answer" value="allow">Allow</button>
            <button name="answer" value="deny" formnovalidate>Do not allow</button>
          </form>
          <p>This is a demo: any name signs you in. Do not keep secrets here.</p>
        </main>
      </body>
    </html>`
  return page.toString()
}
