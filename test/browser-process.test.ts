import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faults } from './browser-stage.ts'
import { gather, journey, listedAndConnected, visitorsOf } from './process-cast.ts'
import { blocksWithTwo, comesBack, handsOver } from './process-listing.ts'
import { appeals, mendsWhatWasRejected, needsTwo } from './process-review.ts'

test('publishers, reviewers, operators and users walk the whole process, each in a browser', async (t) => {
  const gathered = await gather(t)
  if (gathered === undefined) return
  await using cast = gathered
  await journey(t, 'a publisher mends what a reviewer rejected, and it is listed', cast, mendsWhatWasRejected)
  await journey(t, 'an appeal is decided by another reviewer than the first', cast, appeals)
  await journey(t, 'what can do harm is listed when a second person has approved it', cast, needsTwo)
  const used = await listedAndConnected(cast, 'Pier Finder')
  await journey(t, 'a connector goes to who proves it, or to whom an operator believes', cast, () =>
    handsOver(cast, used),
  )
  await journey(t, 'what an operator removed comes back through a new version and its review', cast, () =>
    comesBack(cast, used),
  )
  // Last, because a block counts for the domain of a server, and all of these are at one.
  await journey(t, 'an operator blocks a connector only with another one, and both end it', cast, () =>
    blocksWithTwo(cast, used),
  )
  for (const visitor of visitorsOf(cast)) assert.deepEqual(faults(cast, visitor), [])
})
