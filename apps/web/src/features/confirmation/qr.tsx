import { encode } from 'uqr'

type Props = { text: string; label: string; caption: string; onPaper: string }

/**
 * A QR code drawn as one path, dark on white in every mode, because cameras want it so. `onPaper` is printed
 * under it, for whoever holds the paper and has no camera.
 */
export function Qr({ text, label, caption, onPaper }: Props) {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <figure className="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <path d={path} fill="#000000" />
      </svg>
      <figcaption>
        {caption} <span className="paper-only">{onPaper}</span>
      </figcaption>
    </figure>
  )
}
