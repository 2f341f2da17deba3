import { QrCode } from '../../ui/qr-code.tsx'

type Props = { text: string; label: string; caption: string; onPaper: string }

/** A QR code with its caption. `onPaper` is printed under it, for whoever holds the paper and has no camera. */
export function Qr({ text, label, caption, onPaper }: Props) {
  return (
    <figure className="qr">
      <QrCode content={text} label={label} />
      <figcaption>
        {caption} <span className="paper-only">{onPaper}</span>
      </figcaption>
    </figure>
  )
}
