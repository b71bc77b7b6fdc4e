import type { SignIn } from '@connectory/checker'
import type { Credentials } from './credentials.ts'
import { listenForRedirect } from './loopback-redirect.ts'
import { hasBrowser, openBrowser } from './open-browser.ts'
import type { Progress } from './progress.ts'
import type { Terminal } from './terminal.ts'

export interface BrowserLogin {
  readonly signIn: SignIn
  close(): Promise<void>
}

/** A login by the person who typed the command, in their own browser. */
export async function startBrowserLogin(
  { client, port, waitMs, twice, window }: NonNullable<Credentials['login']>,
  target: string,
  { progress, terminal }: { readonly progress: Progress; readonly terminal: Terminal },
): Promise<BrowserLogin> {
  const redirect = await listenForRedirect(port)
  const { stderr, env } = terminal
  const opens = window && stderr.isTTY === true && hasBrowser(process.platform, env)
  let times = 0
  const signIn: SignIn = {
    twice,
    redirectUri: redirect.uri,
    waitMs,
    ...(client && { client }),
    async authorize(url, signal) {
      await progress.pause()
      times += 1
      const which = twice ? ` (${times} of 2)` : ''
      stderr.write(
        invitation(url, `${target} with a test account${which}`, redirect.uri, waitMs / 1000, opens),
      )
      if (opens)
        openBrowser(url, () => stderr.write('No browser could be opened; open the address yourself.\n'))
      const back = await redirect.next(signal)
      stderr.write('The browser came back.\n\n')
      return back
    },
  }
  return { signIn, close: () => redirect.close() }
}

function invitation(url: string, target: string, uri: string, seconds: number, opens: boolean): string {
  const patience = seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`
  return `
Log in to ${target}.
${opens ? 'Your browser opens this address; if it does not, open it yourself:' : 'Open this address in a browser on this machine:'}

  ${url}

Waiting up to ${patience} for the browser to come back to ${uri}. Ctrl-C stops.
`
}
