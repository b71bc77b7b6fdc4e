import { crc32, deflateSync } from 'node:zlib'

/** A real PNG of one colour. */
export function png(width: number, height = width, colour: readonly number[] = [200, 40, 60]): Buffer {
  const line = Buffer.concat([Buffer.of(0), ...Array.from({ length: width }, () => Buffer.from(colour))])
  return pngOf(width, height, deflateSync(Buffer.concat(Array.from({ length: height }, () => line))))
}

/** A PNG that says that it is this large, with these bytes where its pixels should be. */
export function pngOf(width: number, height: number, pixels: Uint8Array): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return Buffer.concat([signature, part('IHDR', head), part('IDAT', pixels), part('IEND', Buffer.alloc(0))])
}

function part(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** An ICO of these pictures, each with the side that the list of the file gives it. */
export function ico(...pictures: readonly { readonly side: number; readonly bytes: Uint8Array }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { side, bytes }] of pictures.entries()) {
    const at = 6 + 16 * index
    head.set([side % 256, side % 256], at)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(bytes.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += bytes.length
  }
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)])
}

/** The bitmap of an ICO, 32 bits a pixel; `says` is the side that its own header gives. */
export function bitmap(side: number, says = side): Buffer {
  const bytes = Buffer.alloc(40 + side * side * 4 + side * 4, 200)
  bytes.fill(0, 0, 40)
  bytes.writeUInt32LE(40, 0)
  bytes.writeInt32LE(says, 4)
  bytes.writeInt32LE(says * 2, 8)
  bytes.writeUInt16LE(1, 12)
  bytes.writeUInt16LE(32, 14)
  return bytes
}

export function svg(inside = '<circle cx="12" cy="12" r="11" fill="#06c"/>'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${inside}</svg>`
}
