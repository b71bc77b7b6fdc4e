import { existsSync } from 'node:fs'

/**
 * Where Chromium is: at CHROMIUM, or where systems put it; undefined without one. The headless shell is it without a
 * window's parts: a quarter less work for the same pages.
 */
export const chromiumPath = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path))
