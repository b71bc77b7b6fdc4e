/** Letters of other alphabets that look like a Latin one, as far as they are used to deceive. */
const twins: ReadonlyMap<string, string> = new Map(
  [
    ...Array.from('аa вb еe кk мm нh оo рp сc тt уy хx ѕs іi јj ԁd ӏl һh ԛq ԝw ɡg ıi'.split(' ')),
    ...Array.from('АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ'.split(' ')),
    ...Array.from('ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv ρp αa ιi κk υu'.split(' ')),
  ].map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const),
)
const twinLetters = new RegExp(`[${[...twins.keys()].join('')}]`, 'gu')

/** The text with every letter that imitates a Latin one replaced by that one. */
export function latinized(text: string): string {
  return text.replace(twinLetters, (letter) => twins.get(letter) ?? letter)
}

/** Words of four letters or more that mix Latin letters with letters that only look Latin. */
export function imitations(text: string): string[] {
  if (!twinLetters.test(text)) return []
  twinLetters.lastIndex = 0
  const words = text.match(/\p{L}{3,}/gu) ?? []
  return words.filter((word) => {
    if (!/[a-z]/i.test(word)) return false
    return word !== latinized(word) && /^[\p{Script=Latin}]+$/u.test(latinized(word))
  })
}

/** What a reader takes for the same name: case, separators and imitated letters make no difference. */
export function skeleton(name: string): string {
  return latinized(name.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
