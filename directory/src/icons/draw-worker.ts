import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { sizes, type Judged } from './model.ts'

/**
 * Draws one icon in every size and ends. A thread of its own, because the decoders are WebAssembly that a stranger's
 * file may stop or keep busy: whoever waits ends the thread, and nothing of it is used again.
 */
async function draw({ kind, bytes, width }: Judged): Promise<Uint8Array[]> {
  if (kind === 'svg') {
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
    await initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
    const text = new TextDecoder().decode(bytes)
    return sizes.map((value) =>
      new Resvg(text, { fitTo: { mode: 'width', value }, font: { loadSystemFonts: false } }).render().asPng(),
    )
  }
  const { PhotonImage, resize, SamplingFilter } = await import('@cf-wasm/photon/node')
  const image = PhotonImage.new_from_byteslice(bytes)
  return sizes.map((size) =>
    // Doubling a small picture smoothly blurs it less than its edges are torn by anything sharper.
    resize(image, size, size, width < size ? SamplingFilter.CatmullRom : SamplingFilter.Lanczos3).get_bytes(),
  )
}

parentPort?.postMessage(await draw(workerData as Judged))
