import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Colours a text, or leaves it as it is where colours would be noise. */
export type Paint = (style: Style, text: string) => string

/** @see https://no-color.org */
export function painter(stream: { readonly isTTY?: boolean }): Paint {
  const wanted = stream.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
  return wanted ? (style, text) => styleText(style, text) : (_style, text) => text
}
