import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { scriptedServer } from '../../test/scripted-server.ts'
import { isOurOutage } from './own-outage.ts'

test(
  'a control endpoint that hangs is not waited for when another one answers',
  { timeout: 8_000 },
  async () => {
    await using resources = new AsyncDisposableStack()
    const slow = Promise.withResolvers<void>()
    const control = async (answers?: Promise<void>) =>
      resources.use(
        await scriptedServer('modern', async (_received, response) => {
          await answers
          response.writeHead(204).end()
        }),
      )
    const controls = [await control(slow.promise), await control()].map(({ url }) => new URL(url))
    const fetch = createSafeFetch({ allowLoopback: true })
    resources.defer(() => fetch.close())
    assert.equal(await isOurOutage(['dns'], controls, fetch), false)
    slow.resolve()
  },
)
