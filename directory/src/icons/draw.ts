import { Worker } from 'node:worker_threads'
import { sizes, type IconFault, type Judged, type Renditions } from './model.ts'

/** A large icon takes a fifth of this on a slow machine. */
const longestMs = 5_000

/** All sizes of an icon as PNG, made by our own decoders. */
export async function draw(
  url: string,
  image: Judged,
  withinMs = longestMs,
): Promise<Renditions | IconFault> {
  const drawn = await inThread(image, withinMs)
  if (drawn === 'broken' || drawn === 'too-slow') return { code: drawn, params: { url } }
  return Object.fromEntries(sizes.map((size, index) => [size, drawn[index]])) as Renditions
}

async function inThread(
  image: Judged,
  withinMs: number,
): Promise<readonly Uint8Array[] | 'broken' | 'too-slow'> {
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), {
    workerData: image,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    env: {},
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve) => {
      timer = setTimeout(() => resolve('too-slow'), withinMs)
      worker.once('message', (drawn: readonly Uint8Array[]) => resolve(drawn))
      worker.once('error', () => resolve('broken'))
      worker.once('exit', () => resolve('broken'))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
