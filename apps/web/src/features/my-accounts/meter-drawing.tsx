import { useAccountsWords } from '../../lib/accounts-words.ts'

/** 123,456 m³: five black drums and three red ones, left to right. */
const DRUMS = [
  { left: 30, digit: '0', colour: 'black' },
  { left: 45, digit: '0', colour: 'black' },
  { left: 60, digit: '1', colour: 'black' },
  { left: 75, digit: '2', colour: 'black' },
  { left: 90, digit: '3', colour: 'black' },
  { left: 105, digit: '4', colour: 'red' },
  { left: 120, digit: '5', colour: 'red' },
  { left: 135, digit: '6', colour: 'red' },
]

/** Where on a meter the reading and the number stand. */
export function MeterDrawing() {
  const { link } = useAccountsWords()
  return (
    <svg className="meter-drawing" viewBox="0 0 360 170" role="img" aria-label={link.meterPicture}>
      <circle cx="90" cy="85" r="78" className="case" />
      {DRUMS.map(({ left, digit, colour }) => (
        <g key={left} transform={`translate(${left} 52)`}>
          <rect width="14" height="22" rx="2" className={colour} />
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
