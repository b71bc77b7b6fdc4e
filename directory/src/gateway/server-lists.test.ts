import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manualTimers } from '../../test/manual-timers.ts'
import type { Endpoint } from '../catalogue/index.ts'
import { createIds, manualClock } from '../kernel/index.ts'
import type { ReadList } from './read-list.ts'
import { createServerLists, type ListSubject, type ServerList } from './server-lists.ts'

const listed = (name: string): ReadList => ({
  items: [{ name, text: '{}', nameStart: 0, nameEnd: 0 }],
  bytes: 2,
  ttlMs: undefined,
})

const names = ({ items = [] }: ServerList) => items.map(({ name }) => name)

test('a list that was being read when its server said that it changes is not kept', async () => {
  const clock = manualClock(new Date('2026-11-21T12:00:00Z'))
  const ids = createIds(clock)
  const reads: PromiseWithResolvers<ReadList>[] = []
  const lists = createServerLists({
    clock,
    after: manualTimers().after,
    waitMs: 5_000,
    read() {
      const read = Promise.withResolvers<ReadList>()
      reads.push(read)
      return read.promise
    },
  })
  const endpoint = { version: 1, serverUrl: 'https://one.example/mcp' } as Endpoint
  const subject: ListSubject = {
    endpoint,
    caller: {
      person: ids.next(),
      organisation: ids.next(),
      client: 'test',
      scopes: new Set<string>(),
      grant: 'grant',
    },
    connection: ids.next(),
  }
  const before = lists.of(subject)
  lists.changed(subject.connection)
  const after = lists.of(subject)
  reads[1]?.resolve(listed('new'))
  reads[0]?.resolve(listed('old'))
  assert.deepEqual([names(await before), names(await after)], [['old'], ['new']])
  assert.deepEqual(names(await lists.of(subject)), ['new'])
  assert.equal(reads.length, 2)
})
