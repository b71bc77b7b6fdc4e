import type { IconFaultCode } from './model.ts'

const faults: readonly (readonly [IconFaultCode, RegExp])[] = [
  ['entities', /<!ENTITY/i],
  ['script', /<(?:[\w-]+:)?script[\s/>]|\son[a-z]+\s*=|javascript:/i],
  ['foreign-content', /<(?:[\w-]+:)?foreignObject[\s/>]/i],
  // A picture in the drawing could be a bomb of its own.
  ['picture-inside', /<(?:[\w-]+:)?(?:image|feImage)[\s/>]/i],
  // All that an icon may point to is a part of itself.
  [
    'outside-reference',
    /\s(?:xlink:)?href\s*=\s*["']?\s*(?![\s"'#])|url\(\s*["']?\s*(?![\s"'#])|@import|<\?xml-stylesheet/i,
  ],
]

/**
 * Why a stranger's drawing is not drawn. Nothing of it is ever served or run, so this is no filter that must be
 * perfect: it tells a publisher in a word what an icon has no use for.
 */
export function svgFault(text: string): IconFaultCode | undefined {
  return faults.find(([, pattern]) => pattern.test(text))?.[0]
}
