import { setTimeout as pause } from 'node:timers/promises'
import { startProcess, type Environment, type ProductProcess } from '../../test/product-process.ts'
import { between, type Chance } from '../simulate/chance.ts'
import type { Moment } from '../../directory/test/notice-receivers.ts'

const moments: readonly Moment[] = [
  'mail comes',
  'mail is taken',
  'webhook comes',
  'webhook is taken',
  'tools are asked',
]
const longestLifeMs = 8_000

/** The product in a process that is killed again and again, and started again at once. */
export interface DoomedProduct {
  /** From now on it is killed again and again. */
  condemn(): void
  /** Told by who sees the product at work; sometimes it is the moment of the kill. */
  meet(moment: Moment): void
  /** Resolves when a process is up. */
  up(): Promise<void>
  /** From now on nobody kills it. */
  spare(): Promise<void>
  readonly kills: Readonly<Record<string, number>>
  stop(): Promise<void>
}

export interface Doom {
  readonly settings: Environment
  readonly chance: Chance
  /** How many kills at most. */
  readonly most: number
}

export async function startDoomed({ settings, chance, most }: Doom): Promise<DoomedProduct> {
  const kills: Record<string, number> = {}
  let product = await start(settings)
  let ready = Promise.resolve()
  let count = 0
  let spared = false
  let doom: { readonly at: Moment | 'a random time'; left: number } = { at: 'a random time', left: Infinity }
  let timer: NodeJS.Timeout | undefined
  const kill = (why: string): void => {
    if (spared) return
    clearTimeout(timer)
    product.kill('SIGKILL')
    kills[why] = (kills[why] ?? 0) + 1
    count += 1
    // Nothing that its moment might still meet is meant for the next one.
    doom = { at: 'a random time', left: Infinity }
    ready = again()
  }
  const again = async (): Promise<void> => {
    await product.ended
    product = await start(settings)
    if (count < most) condemn()
    else spared = true
  }
  const condemn = (): void => {
    const at =
      chance() < 0.4 ? 'a random time' : (moments[Math.floor(chance() * moments.length)] ?? 'mail comes')
    doom = { at, left: 1 + Math.floor(chance() * 4) }
    const lifeMs = at === 'a random time' ? between(chance, 20, longestLifeMs / 2) : longestLifeMs
    timer = setTimeout(() => kill('a random time'), lifeMs)
  }
  return {
    condemn,
    meet(moment) {
      if (doom.at !== moment) return
      doom.left -= 1
      if (doom.left === 0) kill(moment)
    },
    async up() {
      for (let seen; seen !== ready;) await (seen = ready)
    },
    async spare() {
      await ready
      spared = true
      clearTimeout(timer)
    },
    kills,
    async stop() {
      spared = true
      clearTimeout(timer)
      await ready
      product.kill('SIGTERM')
      await Promise.race([product.ended, pause(20_000)])
    },
  }
}

async function start(settings: Environment): Promise<ProductProcess> {
  const product = startProcess(['all'], settings)
  await product.says(/serves http/, 180_000)
  return product
}
