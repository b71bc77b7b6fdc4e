/** Loaded into the measured process: it collects its garbage on SIGUSR2 and says so. Needs --expose-gc. */
import { setImmediate as turn } from 'node:timers/promises'

const { gc } = globalThis
if (gc === undefined) throw new Error('Start this process with --expose-gc.')
let times = 0

process.on('SIGUSR2', () => void collect())

async function collect(): Promise<void> {
  // What a first collection frees holds what only a second one can.
  for (let round = 0; round < 3; round += 1) {
    await gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' })
    await turn()
  }
  times += 1
  process.stdout.write(`collected ${times}\n`)
}
