import { useAccountsWords } from '../../lib/accounts-words.ts'

const ROWS = [
  { name: 'cold', sum: '160,88', y: 42 },
  { name: 'waste', sum: '107,40', y: 68 },
  { name: 'total', sum: '268,28', y: 100 },
  { name: 'toPay', sum: '268,28', y: 140 },
] as const

/** Which sum of a receipt is meant: of the month, before debts and penalties. */
export function BillDrawing() {
  const { link } = useAccountsWords()
  return (
    <svg className="meter-drawing" viewBox="0 0 360 170" role="img" aria-label={link.billPicture}>
      <rect x="6" y="10" width="246" height="150" rx="4" className="paper" />
      {ROWS.map(({ name, sum, y }) => (
        <g key={name} className={name === 'total' ? 'row total' : 'row'}>
          <text x="22" y={y}>
            {link.billRows[name]}
          </text>
          <text x="236" y={y} textAnchor="end">
            {sum}
          </text>
        </g>
      ))}
      <path d="M22 78H236" className="pointer" />
      <rect x="176" y="83" width="68" height="25" rx="6" className="ring" />
      <path d="M246 95H268" className="pointer" />
      <text x="274" y="100" className="name">
        {link.pictureTotal}
      </text>
    </svg>
  )
}
