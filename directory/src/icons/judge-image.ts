import { imageSize } from 'image-size'
import { largestInIco } from './largest-in-ico.ts'
import { limits, type IconFault, type ImageKind, type ImageSize, type Judged } from './model.ts'
import { svgFault } from './svg-fault.ts'

const kinds: ReadonlySet<string> = new Set(['png', 'jpg', 'webp', 'gif', 'svg'] satisfies ImageKind[])

/** Judges a file by its first bytes, before anything decodes it; never by its name or content type. */
export function judgeImage(url: string, bytes: Uint8Array): Judged | IconFault {
  const fault = (code: IconFault['code'], params: IconFault['params'] = {}): IconFault => ({
    code,
    params: { url, ...params },
  })
  if (bytes.length > limits.bytes) return fault('too-large', { most: limits.bytes })
  const ico = largestInIco(bytes)
  if (ico !== undefined && !ico.png) {
    const size = { width: ico.side, height: ico.side }
    return sizeFault(url, size) ?? { kind: 'ico', ...size, bytes: ico.bytes }
  }
  const picture = ico?.bytes ?? bytes
  const head = headOf(picture)
  if (head === undefined) return fault('not-image')
  if (head.kind === 'svg') {
    const code = svgFault(new TextDecoder().decode(picture))
    if (code !== undefined) return fault(code)
  }
  return sizeFault(url, head) ?? { ...head, bytes: picture }
}

function headOf(bytes: Uint8Array): (ImageSize & { kind: ImageKind }) | undefined {
  try {
    // A copy: image-size reads on behind the end of a view into a larger buffer.
    const { type, width, height } = imageSize(new Uint8Array(bytes))
    return type !== undefined && kinds.has(type) && width > 0 && height > 0
      ? { kind: type as ImageKind, width, height }
      : undefined
  } catch {
    return undefined
  }
}

function sizeFault(url: string, { width, height }: ImageSize): IconFault | undefined {
  const params = { url, width, height, most: limits.side }
  if (Math.max(width, height) > limits.side) return { code: 'too-many-pixels', params }
  if (Math.abs(width - height) > Math.max(width, height) * limits.uneven)
    return { code: 'not-square', params }
  return undefined
}
