import { addedForNewer } from '../carried.ts'
import type { HandlerDependencies } from '../handle-post.ts'
import { listKinds, type ListKind } from '../list-kinds.ts'
import { codes, Refusal } from '../rpc-error.ts'
import type { MergedCall } from './call-offered.ts'
import { writeOffered, type Offered } from './merge-lists.ts'
import { mergedListOf } from './sources.ts'

/** The kind of list that a method asks for, tools apart: those are searched when they are many. */
export const listedBy: ReadonlyMap<string, Exclude<ListKind, 'tools'>> = new Map([
  [listKinds.prompts.method, 'prompts'],
  [listKinds.resources.method, 'resources'],
  [listKinds.templates.method, 'templates'],
])

const onePage = 200
/** Keeps every name of a server as it is, also half of a surrogate pair. */
const coding = 'utf16le'

/** A page of the merged list as the text of a result. @throws Refusal for a cursor that is none */
export async function listOffered(
  deps: HandlerDependencies,
  { caller, era, message }: MergedCall,
  kind: Exclude<ListKind, 'tools'>,
): Promise<string> {
  const { items, leftOut } = await mergedListOf(deps, caller, kind)
  const { page, next } = pageOf(items, message.params['cursor'])
  const { method, member } = listKinds[kind]
  const members = [
    `"${member}":[${page.map(writeOffered).join(',')}]`,
    ...(next === undefined ? [] : [`"nextCursor":"${next}"`]),
    ...(leftOut.length === 0 ? [] : [`"_meta":${JSON.stringify({ 'connectory/left-out': leftOut })}`]),
    ...(era === 'modern' ? addedForNewer(method) : []),
  ]
  return `{${members.join(',')}}`
}

/** @throws Refusal for a cursor that is none */
export function pageOf<Item extends Pick<Offered, 'name'>>(
  items: readonly Item[],
  cursor: unknown,
): { readonly page: readonly Item[]; readonly next: string | undefined } {
  const from = placeAfter(items, cursor)
  const page = items.slice(from, from + onePage)
  const last = page.at(-1)
  const hasMore = last !== undefined && from + page.length < items.length
  return { page, next: hasMore ? Buffer.from(last.name, coding).toString('base64url') : undefined }
}

/** A cursor is the name of the last item that was shown: what comes and goes before it moves nothing. */
function placeAfter(items: readonly Pick<Offered, 'name'>[], cursor: unknown): number {
  if (cursor === undefined) return 0
  const name = typeof cursor === 'string' ? Buffer.from(cursor, 'base64url').toString(coding) : ''
  const at = items.findIndex((item) => item.name === name)
  if (at === -1) throw new Refusal(200, codes.invalidParams, 'This cursor is not known here. List anew.')
  return at + 1
}
