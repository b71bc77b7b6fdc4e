import { quoted } from './reply.ts'

/** What the exemplary server offers: a town library that anybody may ask and nobody can change. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export interface ToolDraft {
  name: string
  title?: Json
  description: Json
  inputSchema: SchemaDraft
  outputSchema?: Json
  annotations: JsonObject
  [more: string]: Json | undefined
}

interface SchemaDraft extends JsonObject {
  type: Json
  properties: JsonObject
}

/** What a call gives back: structured when the tool has an outputSchema. */
export type Run = (given: JsonObject) => JsonObject

const readOnly = { readOnlyHint: true, destructiveHint: false, openWorldHint: false }

function readingTool(
  name: string,
  title: string,
  description: string,
  properties: JsonObject,
  more: { readonly required?: string[]; readonly outputSchema?: JsonObject } = {},
): ToolDraft {
  const { required = [], outputSchema } = more
  return {
    name,
    title,
    description,
    inputSchema: { type: 'object', properties, required, additionalProperties: false },
    ...(outputSchema ? { outputSchema } : {}),
    annotations: { title, ...readOnly },
  }
}

const limit = {
  type: 'integer',
  minimum: 1,
  maximum: 50,
  description: 'How many entries at most; 10 by itself.',
}

export function exemplaryTools(): ToolDraft[] {
  return structuredClone([
    readingTool(
      'search_books',
      'Search books',
      'Finds books of the town library by words of their title or author. Returns for each book its id, title, author and year.',
      {
        query: {
          type: 'string',
          minLength: 1,
          maxLength: 100,
          description: 'Words of the title or the author.',
        },
        limit,
      },
      { required: ['query'] },
    ),
    readingTool(
      'get_book',
      'Get a book',
      'Gives one book of the town library by its id. Returns its title, author, year and the number of free copies.',
      {
        book_id: { type: 'string', pattern: '^b[0-9]{1,6}$', description: 'The id of the book, such as b1.' },
      },
      {
        required: ['book_id'],
        outputSchema: {
          type: 'object',
          properties: {
            id: { type: 'string', description: 'The id of the book.' },
            title: { type: 'string', description: 'The title of the book.' },
            author: { type: 'string', description: 'Who wrote it.' },
            year: { type: 'integer', description: 'When it was published.' },
            free: { type: 'integer', minimum: 0, description: 'How many copies can be lent now.' },
          },
          required: ['id', 'title', 'author', 'year', 'free'],
        },
      },
    ),
    readingTool(
      'list_branches',
      'List branches',
      'Lists the branches of the town library in order of their names. Returns for each branch its id, name and street.',
      { limit },
    ),
    readingTool(
      'get_opening_hours',
      'Get opening hours',
      'Says when a branch of the town library is open on a day of the week. Returns the opening and the closing time.',
      {
        branch_id: {
          type: 'string',
          pattern: '^[a-z]{1,20}$',
          description: 'The id of the branch, such as harbour.',
        },
        day: { type: 'string', enum: ['weekday', 'saturday', 'sunday'], description: 'The kind of day.' },
      },
      { required: ['branch_id', 'day'] },
    ),
    readingTool(
      'list_subjects',
      'List subjects',
      'Lists the subjects by which the books of the town library are shelved. Returns for each subject its shelf and name.',
      { limit },
    ),
  ])
}

const books = [
  { id: 'b1', title: 'The Tides', author: 'Ada Marsh', year: 1987, free: 2 },
  { id: 'b2', title: 'Stone Bridges', author: 'Ben Holt', year: 2004, free: 0 },
  { id: 'b3', title: 'Tide and Stone', author: 'Cleo Vance', year: 2019, free: 1 },
]
const branches = [
  { id: 'harbour', name: 'Harbour branch', street: '4 Quay Street' },
  { id: 'market', name: 'Market branch', street: '11 Market Square' },
]
const subjects = [
  { shelf: 'A', name: 'Architecture' },
  { shelf: 'S', name: 'Sea and weather' },
]

/** A mistake of the caller that the model can mend: it becomes a result with isError. */
export class ToolMistake extends Error {
  override readonly name = 'ToolMistake'
}

export function exemplaryRuns(): Map<string, Run> {
  return new Map<string, Run>([
    ['search_books', ({ query, limit: most }) => ({ books: first(booksWith(quoted(query)), most) })],
    ['get_book', ({ book_id: id }) => bookOf(quoted(id))],
    ['list_branches', ({ limit: most }) => ({ branches: first(branches, most) })],
    ['get_opening_hours', ({ branch_id: id, day }) => hoursOf(quoted(id), quoted(day))],
    ['list_subjects', ({ limit: most }) => ({ subjects: first(subjects, most) })],
  ])
}

function booksWith(query: string): JsonObject[] {
  const words = query.toLowerCase()
  return books
    .filter(({ title, author }) => `${title} ${author}`.toLowerCase().includes(words))
    .map(({ free: _free, ...book }) => book)
}

function bookOf(id: string): JsonObject {
  const book = books.find((each) => each.id === id)
  if (!book) throw new ToolMistake(`There is no book ${id}. Call search_books to find its id.`)
  return book
}

function hoursOf(id: string, day: string): JsonObject {
  if (!branches.some((branch) => branch.id === id))
    throw new ToolMistake(`There is no branch ${id}. Call list_branches to see the ids.`)
  return day === 'sunday'
    ? { open: false }
    : { open: true, from: '09:00', to: day === 'weekday' ? '19:00' : '14:00' }
}

function first(list: readonly JsonObject[], most: Json | undefined): JsonObject[] {
  return list.slice(0, typeof most === 'number' ? most : 10)
}

export function exemplaryPrompts(): JsonObject[] {
  return [
    {
      name: 'plan_reading',
      title: 'Plan a month of reading',
      description: 'A plan of four books on one subject.',
      arguments: [{ name: 'subject', description: 'What the books should be about.', required: true }],
    },
  ]
}

export function promptMessages(given: JsonObject): JsonObject {
  const text = `Plan a month of reading about ${quoted(given['subject'])}: one book a week.`
  return {
    description: 'A plan of four books.',
    messages: [{ role: 'user', content: { type: 'text', text } }],
  }
}

export function exemplaryResources(): JsonObject[] {
  return [
    {
      uri: 'library://guide',
      name: 'guide',
      title: 'Guide for visitors',
      description: 'How lending works, in a few lines.',
      mimeType: 'text/plain',
    },
  ]
}

export const guide = 'Books are lent for four weeks. Late books cost nothing for three days.'
