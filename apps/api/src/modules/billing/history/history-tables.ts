import type { BilledMeterName } from '@rodnik/contract/bills'
import type { BilledService } from '@rodnik/contract/charges'
import type { HistoryMonth, HistoryReading, Operation } from '@rodnik/contract/history'
import type { Cell, Table } from '../../../platform/spreadsheets/table.ts'
import type { TableWords } from './table-words.ts'

const money = (kopecks: number): Cell => ({ kopecks })

/** A row for each month; its columns add up as `HistoryMonth` says. */
export function monthsTable(months: readonly HistoryMonth[], say: TableWords): Table {
  const rows = months.map((month): Cell[] => {
    const of = (service: BilledService) => month.services.find((total) => total.service === service)
    const [cold, waste] = [of('cold_water'), of('wastewater')]
    return [
      { period: month.period },
      cold ? { litres: cold.litres } : null,
      waste ? { litres: waste.litres } : null,
      cold ? money(cold.amountKopecks) : null,
      waste ? money(waste.amountKopecks) : null,
      money(month.chargedKopecks),
      money(month.recalculatedKopecks),
      money(month.penaltyKopecks),
      money(month.paidKopecks),
      money(month.otherKopecks),
      money(month.principalKopecks),
      money(month.penaltyOwedKopecks),
    ]
  })
  return { title: say.titles.months, columns: say.months, rows }
}

/** A row for each part of an operation, so that a sum can be filtered by service and month. */
export function operationsTable(operations: readonly Operation[], say: TableWords): Table {
  const rows = operations.flatMap((operation) =>
    operation.parts.map((part): Cell[] => [
      { day: operation.occurredOn },
      say.kinds[operation.kind],
      part.isPenalty ? say.penaltyOf(say.services[part.service]) : say.services[part.service],
      part.period === null ? null : { period: part.period },
      money(part.amountKopecks),
      noteOf(operation, say),
    ]),
  )
  return { title: say.titles.operations, columns: say.operations, rows }
}

const onPaper = (day: string) => day.split('-').toReversed().join('.')

function noteOf({ reverses, reversedOn }: Operation, say: TableWords): string | null {
  if (reverses) return say.reverses(say.kinds[reverses.kind], onPaper(reverses.occurredOn))
  return reversedOn === null ? null : say.reversedOn(onPaper(reversedOn))
}

type Read = { meters: readonly BilledMeterName[]; readings: readonly HistoryReading[] }

/** A row for each meter and month. */
export function readingsTable({ meters, readings }: Read, say: TableWords): Table {
  const meterOf = new Map(meters.map((meter) => [meter.id, meter]))
  const rows = readings.map((reading): Cell[] => {
    const meter = meterOf.get(reading.meterId)
    return [
      { period: reading.period },
      meter ? say.waters[meter.service] : null,
      meter?.place ?? null,
      meter?.serial ?? null,
      { day: reading.takenOn },
      { litres: reading.valueLitres },
      { litres: reading.usedLitres },
      say.sources[reading.source],
      say.states[reading.state],
    ]
  })
  return { title: say.titles.readings, columns: say.readings, rows }
}
