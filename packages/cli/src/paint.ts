import { styleText } from 'node:util'
import type { Output, Terminal } from './terminal.ts'

type Style = Parameters<typeof styleText>[0]

/** Colours a text, or leaves it as it is where colours would be noise. */
export type Paint = (style: Style, text: string) => string

/** @see https://no-color.org */
export function painter(stream: Output, env: Terminal['env']): Paint {
  const wanted = stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return wanted ? (style, text) => styleText(style, text) : (_style, text) => text
}
