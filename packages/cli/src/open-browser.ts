import { spawn } from 'node:child_process'
import type { Terminal } from './terminal.ts'

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
  freebsd: ['xdg-open'],
}

/** Whether somebody sits at this machine and would see a window. */
export function hasBrowser(platform: NodeJS.Platform, env: Terminal['env']): boolean {
  if (openers[platform] === undefined || env['CI'] || env['SSH_CONNECTION']) return false
  if (platform === 'darwin' || platform === 'win32') return true
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Opens an http(s) address in the person's browser, without a shell that could read the address. `failed` is called
 * when there is no program that does it.
 */
export function openBrowser(url: string, failed: () => void): void {
  const opener = openers[process.platform]
  if (opener === undefined || !/^https?:/.test(url)) return failed()
  const [program, ...options] = opener
  const child = spawn(program, [...options, url], { stdio: 'ignore', detached: true })
  child.on('error', failed)
  child.unref()
}
