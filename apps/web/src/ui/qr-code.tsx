import { encode } from 'uqr'

/** A QR code drawn as one path, dark on white in every mode, because cameras want it so. */
export function QrCode({ content, label }: { content: string | Uint8Array; label: string }) {
  const { size, data } = encode(typeof content === 'string' ? content : [...content], { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#000000" />
    </svg>
  )
}
