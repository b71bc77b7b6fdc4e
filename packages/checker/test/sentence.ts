import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const text = readFileSync(new URL('../../../docs/verdict.md', import.meta.url), 'utf8')

/** The numbered sentences of docs/verdict.md. */
export const sentences: ReadonlyMap<string, string> = new Map(
  [...text.matchAll(/^- \*\*(\d+\.\d+)\*\* (.+)$/gm)].map(([, number = '', words = '']) => [number, words]),
)

/** A test that holds one sentence of docs/verdict.md and is named by it. */
export function sentence(number: string, holds: () => void | Promise<void>): void {
  const words = sentences.get(number)
  assert.ok(words, `docs/verdict.md has no sentence ${number}`)
  void test(`${number} ${words}`, holds)
}
