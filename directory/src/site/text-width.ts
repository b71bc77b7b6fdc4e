/** Advance widths of a common sans serif in thousandths of its size, by the characters that have them. */
const characters: readonly (readonly [number, string])[] = [
  [278, `'ijlíIJÍ`],
  [318, ' ,.’·'],
  [337, '/:;\\|'],
  [361, 'f-'],
  [395, '()[]t!¡r'],
  [480, '"*_`–'],
  [525, 'szc?¿'],
  [570, 'LFkvxyP'],
  [613, 'TYoöóaäáeéßEÉ'],
  [636, 'hnuüúñSbdgpq$0123456789{}'],
  [690, 'KAVÄÁXZBRC'],
  [745, 'UÜÚNÑHDG&'],
  [800, 'OQÖÓw'],
  [850, '#+<=>^~M'],
  [980, 'm%W@…'],
]

const widths = new Map(
  characters.flatMap(([width, all]) => Array.from(all).map((one) => [one, width] as const)),
)
/** Of scripts whose characters are as wide as they are high. */
const widest = 1_000
const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u
const others = 690

/** How wide a line is about, in the unit of `size`; a picture holds its text to it, whatever font its reader has. */
export function textWidth(text: string, size: number): number {
  const thousandths = Array.from(text).reduce(
    (sum, one) => sum + (widths.get(one) ?? (wide.test(one) ? widest : others)),
    0,
  )
  return Math.ceil((thousandths * size) / 1_000)
}
