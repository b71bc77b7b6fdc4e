import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { listen, type RunningServer } from './listen.ts'

const quick = { level: 1 }

/** 32 MiB of zeroes in at most 150 KiB, in the encoding that the path names: /gzip, /br, /deflate, /deflate-raw. */
export function startGzipBomb(): Promise<RunningServer> {
  const zeroes = Buffer.alloc(32 * 1024 * 1024)
  const pack = {
    '/gzip': (bytes: Buffer) => gzipSync(bytes, quick),
    '/br': (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    '/deflate': (bytes: Buffer) => deflateSync(bytes, quick),
    '/deflate-raw': (bytes: Buffer) => deflateRawSync(bytes, quick),
  }
  return listen((request, response) => {
    const path = request.url as keyof typeof pack
    response.writeHead(200, { 'content-encoding': path.slice(1).replace('-raw', '') })
    response.end(pack[path](zeroes))
  })
}
