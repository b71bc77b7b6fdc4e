import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { listen, type RunningServer } from './listen.ts'

/** 32 MiB of zeroes in about 32 KiB, in the encoding that the path names: /gzip, /br, /deflate, /deflate-raw. */
export function startGzipBomb(): Promise<RunningServer> {
  const zeroes = Buffer.alloc(32 * 1024 * 1024)
  const pack = {
    '/gzip': gzipSync,
    '/br': brotliCompressSync,
    '/deflate': deflateSync,
    '/deflate-raw': deflateRawSync,
  }
  return listen((request, response) => {
    const path = request.url as keyof typeof pack
    response.writeHead(200, { 'content-encoding': path.slice(1).replace('-raw', '') })
    response.end(pack[path](zeroes))
  })
}
