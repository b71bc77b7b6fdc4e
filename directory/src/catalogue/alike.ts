import { skeleton } from '@connectory/checker'
import { fold } from './words.ts'

/** Shorter names are alike by accident. */
const shortest = 4

/**
 * Whether people could take one name for the other: case, separators, accents and letters that imitate Latin ones make no
 * difference, nor do "MCP" and "Server", nor one letter more, less or other in a name of six or more. Pure.
 */
export function nameAlike(one: string, other: string): boolean {
  const [left, right] = [shapeOf(one), shapeOf(other)]
  if (left === right) return left !== ''
  const long = Math.min(left.length, right.length) >= shortest + 2
  return long && differInOne(left, right)
}

function shapeOf(name: string): string {
  const bare = name.replaceAll(/\b(mcp|server|connector|official)\b/gi, ' ')
  const shape = skeleton(fold(bare))
  return shape.length >= shortest ? shape : skeleton(fold(name))
}

/** One letter put in, left out or changed; two that changed places. */
function differInOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at]
  return short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2))
}
