import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Endpoint } from '../../catalogue/index.ts'
import { mergeLists, type Source } from './merge-lists.ts'
import { searchTools, writeFound } from './search-tools.ts'

function source(slug: string, tools: Readonly<Record<string, string>>, listing = slug): Source {
  const endpoint = { slug, name: slug.toUpperCase(), listing } as unknown as Endpoint
  const list = Object.entries(tools).map(([name, description]) => {
    const text = JSON.stringify({ name, description })
    return { name, text, nameStart: 8, nameEnd: 8 + JSON.stringify(name).length }
  })
  return { endpoint, list: { items: list } }
}

const merged = mergeLists(
  [
    source('weather', { forecast: 'The weather of the next days.', alerts: 'Warnings of storms.' }),
    source('notes', { create_note: 'Writes a note.', listNotes: 'All notes.', remove: 'Takes a note away.' }),
  ],
  (_endpoint, tool) => (tool === 'remove' ? 'held' : undefined),
)

const found = (text: string, connector?: string) =>
  searchTools(merged.items, { text, connector, limit: 2 }).hits.map(({ name }) => name)

test('lists stand in the order of slugs, and what is held is not offered', () => {
  assert.deepEqual(
    merged.items.map(({ name }) => name),
    ['notes__create_note', 'notes__listNotes', 'weather__forecast', 'weather__alerts'],
  )
})

test('a tool is found by words of its name, its description and its connector, in other forms too', () => {
  assert.deepEqual(found('create a note')[0], 'notes__create_note')
  assert.deepEqual(found('list note')[0], 'notes__listNotes')
  assert.deepEqual(found('warning about storm'), ['weather__alerts'])
  assert.deepEqual(found('', 'weather'), ['weather__forecast', 'weather__alerts'])
  assert.deepEqual(found('note', 'weather'), [])
  assert.deepEqual(found('quantum'), [])
})

test('what does not fit into the answer is named', () => {
  const hits = searchTools(merged.items, { text: 'note', connector: undefined, limit: 1 })
  const { content } = writeFound(merged, hits, 2_010) as { content: [{ text: string }] }
  const { tools, more } = JSON.parse(content[0].text)
  assert.deepEqual(Object.keys(tools[0]), ['name', 'note'])
  assert.match(more, /^1 more tools match/)
})

test('of two connectors or tools with one name the older, or the earlier, keeps it', () => {
  const long = 'a-slug-of-more-than-twenty-characters'
  const twins = mergeLists([source(long, { x: '' }, '2'), source(long, { y: '' }, '1')], () => undefined)
  assert.deepEqual(
    twins.items.map(({ item }) => item.name),
    ['y'],
  )
  assert.match(twins.leftOut[0]?.reason ?? '', /cannot be told from/)
  const alone = mergeLists([source(long, {}, '2'), source(long, { y: '' }, '1')], () => undefined, 'prompts')
  assert.deepEqual(alone.leftOut, [], 'who has none misses none')
})
