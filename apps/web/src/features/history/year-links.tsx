import { Link } from 'react-router'
import { useHistoryWords } from '../../lib/history-words.ts'

type Props = { view: string; years: readonly number[]; shown: string | undefined }

/** The years there is something of; nothing where there is one. */
export function YearLinks({ view, years, shown }: Props) {
  const { years: label } = useHistoryWords()
  const current = shown ?? String(years[0])
  if (years.length < 2 && (shown === undefined || years.includes(Number(shown)))) return null
  return (
    <nav className="switch" aria-label={label}>
      {years.map((year) => (
        <Link
          key={year}
          to={`?show=${view}&year=${year}`}
          aria-current={String(year) === current ? 'page' : undefined}
        >
          {year}
        </Link>
      ))}
    </nav>
  )
}
