import { Monogram } from '../../web/index.ts'

/** The icon beside a name: without a text of its own, because the name says it. Its place is kept while it loads. */
export function ListingIcon({
  name,
  digest,
  size = 'normal',
}: {
  readonly name: string
  readonly digest: string | null
  readonly size?: 'normal' | 'large'
}) {
  if (digest === null) return <Monogram name={name} size={size} />
  const [side, once, twice] = size === 'large' ? [64, 64, 128] : [40, 48, 96]
  return (
    <img
      class={`monogram monogram-${size} listing-icon`}
      src={`/icons/${digest}/${once}.png`}
      srcset={`/icons/${digest}/${twice}.png 2x`}
      width={side}
      height={side}
      alt=""
      decoding="async"
      loading={size === 'large' ? 'eager' : 'lazy'}
    />
  )
}
