import { useAccountsWords } from '../../lib/accounts-words.ts'

const DIGITS = ['0', '0', '1', '2', '3', '4', '5', '6']
const BLACK_DRUMS = 5

/** Where on a meter the reading and the number stand. */
export function MeterDrawing() {
  const { link } = useAccountsWords()
  return (
    <svg className="meter-drawing" viewBox="0 0 360 170" role="img" aria-label={link.meterPicture}>
      <circle cx="90" cy="85" r="78" className="case" />
      {DIGITS.map((digit, place) => (
        // The place of a drum is what it is.
        <g key={`${place}-${digit}`} transform={`translate(${30 + place * 15} 52)`}>
          <rect width="14" height="22" rx="2" className={place < BLACK_DRUMS ? 'black' : 'red'} />
          <text x="7" y="16" textAnchor="middle" className="digit">
            {digit}
          </text>
        </g>
      ))}
      <text x="90" y="112" textAnchor="middle" className="serial">
        № 23418765
      </text>
      <path d="M154 63H196M146 107H196" className="pointer" />
      <text x="202" y="68" className="name">
        {link.pictureReading}
      </text>
      <text x="202" y="112" className="name">
        {link.pictureSerial}
      </text>
    </svg>
  )
}
