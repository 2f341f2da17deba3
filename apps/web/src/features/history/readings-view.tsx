import type { BilledMeterName } from '@rodnik/contract/bills'
import type { HistoryReading } from '@rodnik/contract/history'
import { useQuery } from '@tanstack/react-query'
import { useHistoryWords } from '../../lib/history-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { DataTable } from './data-table.tsx'
import { readingsQuery } from './history.queries.ts'
import { YearLinks } from './year-links.tsx'

type Props = { accountId: string; year: string | undefined }

/** The readings of a year, meter by meter. */
export function ReadingsView({ accountId, year }: Props) {
  const { views, empty } = useHistoryWords()
  const query = useQuery(readingsQuery(accountId, year))
  return (
    <LoadedPart query={query}>
      {({ years, meters, readings }) => (
        <section className="stack" aria-label={views.readings}>
          <YearLinks view="readings" years={years} shown={year} />
          {meters.length === 0 && <p>{empty.readings}</p>}
          {meters.map((meter) => (
            <MeterReadings
              key={meter.id}
              meter={meter}
              readings={readings.filter(({ meterId }) => meterId === meter.id)}
            />
          ))}
        </section>
      )}
    </LoadedPart>
  )
}

type MeterProps = { meter: BilledMeterName; readings: readonly HistoryReading[] }

function MeterReadings({ meter: { id, service, serial, place }, readings }: MeterProps) {
  const { readings: say } = useHistoryWords()
  const { words } = useSpeech()
  const { month, volume } = useBillFormat()
  const name = say.meter(words.cabinet.meterName(words.service[service], place), serial)
  const rows = readings.map((reading) => ({
    key: reading.period,
    cells: [
      month(reading.period),
      volume(reading.valueLitres),
      volume(reading.usedLitres),
      <HowSent key="how" reading={reading} />,
    ],
  }))
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} className="long">
        {name}
      </h2>
      <DataTable label={name} columns={Object.values(say.columns)} rows={rows} />
    </section>
  )
}

function HowSent({ reading: { source, state } }: { reading: HistoryReading }) {
  const { readings: say } = useHistoryWords()
  const { words } = useSpeech()
  return (
    <>
      {words.confirmation.sources[source]}{' '}
      {state === 'on_review' && <span className="tag warn">{say.onReview}</span>}
    </>
  )
}
