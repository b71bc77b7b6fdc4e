import assert from 'node:assert/strict'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { test } from 'node:test'
import { setImmediate as later } from 'node:timers/promises'
import { readBody } from './read-body.ts'
import { StopSwitch } from './stop-switch.ts'

test('the body of a caller who has gone before it is read is waited for by nobody', async () => {
  const body = new IncomingMessage(new Socket())
  body.destroy()
  await later()
  assert.equal(body.closed, true)
  const read = readBody({ method: 'POST', headers: new Headers(), signal: new StopSwitch(), body }, 100)
  const first = await Promise.race([read.catch((error: unknown) => error), later('nothing')])
  assert.match(String(first), /ended before its body did/)
})
