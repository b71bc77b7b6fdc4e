import { escapeMarkup } from './escape-markup.ts'
import { textWidth } from './text-width.ts'

export type BadgeColour = 'good' | 'warn' | 'bad' | 'neutral'

export interface BadgeWords {
  readonly label: string
  readonly state: string
  readonly colour: BadgeColour
  readonly language: string
}

/** White text on them has a contrast of at least 4.5. */
const colours: Readonly<Record<BadgeColour, string>> = {
  good: '#1f7a3d',
  warn: '#85590a',
  bad: '#b93238',
  neutral: '#5b6070',
}
const ground = '#333743'

const height = 20
const size = 11
const padding = 6

/** A picture for other people's pages: no script, no link, no font of its own; read out as "label: state". */
export function drawBadge({ label, state, colour, language }: BadgeWords): string {
  const [left, right] = [textWidth(label, size), textWidth(state, size)]
  const [leftBox, rightBox] = [left + 2 * padding, right + 2 * padding]
  const width = leftBox + rightBox
  const title = escapeMarkup(`${label}: ${state}`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` role="img" lang="${language}" aria-label="${title}"><title>${title}</title>` +
    `<rect width="${width}" height="${height}" rx="4" fill="${ground}"/>` +
    `<path fill="${colours[colour]}" d="M${leftBox} 0h${rightBox - 4}a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H${leftBox}z"/>` +
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="${size}" aria-hidden="true">` +
    textAt(label, padding, left) +
    textAt(state, leftBox + padding, right) +
    `</g></svg>`
  )
}

function textAt(text: string, x: number, width: number): string {
  return `<text x="${x}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapeMarkup(text)}</text>`
}
