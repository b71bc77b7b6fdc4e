/** Of the icons in an ICO the largest, alone in an ICO or as the PNG that it is; undefined when the file is no ICO. */
export function largestInIco(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly png: boolean; readonly side: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 6 || view.getUint32(0, true) !== 0x00010000) return undefined
  const entries = Array.from({ length: Math.min(view.getUint16(4, true), 64) }, (_, index) =>
    entryAt(view, 6 + index * 16),
  )
  const best = entries
    .filter((entry) => entry !== undefined)
    .toSorted((one, other) => other.side - one.side || other.depth - one.depth)[0]
  if (best === undefined) return undefined
  const picture = bytes.subarray(best.offset, best.offset + best.length)
  if (isPng(picture)) return { bytes: picture, png: true, side: best.side }
  // The picture's own header counts: what the list of the file says of it may be a lie.
  const own = new DataView(picture.buffer, picture.byteOffset, picture.byteLength)
  if (picture.length < 40 || own.getUint32(0, true) < 40) return undefined
  const side = Math.max(Math.abs(own.getInt32(4, true)), Math.abs(own.getInt32(8, true)) / 2)
  const alone = new Uint8Array(22 + picture.length)
  alone.set(bytes.subarray(0, 4))
  alone[4] = 1
  alone.set(bytes.subarray(best.at, best.at + 12), 6)
  new DataView(alone.buffer).setUint32(18, 22, true)
  alone.set(picture, 22)
  return { bytes: alone, png: false, side }
}

function entryAt(view: DataView, at: number) {
  if (at + 16 > view.byteLength) return undefined
  // 0 means 256.
  const side = view.getUint8(at) || 256
  const [length, offset] = [view.getUint32(at + 8, true), view.getUint32(at + 12, true)]
  if (length < 8 || offset + length > view.byteLength) return undefined
  return { at, side, depth: view.getUint16(at + 6, true), length, offset }
}

function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47
}
