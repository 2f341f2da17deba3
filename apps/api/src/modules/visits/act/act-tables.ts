import type { FieldMeter, FoundMeter, NewMeterFound } from '@rodnik/contract/field-visits'
import { type Pdf, write } from '../../../platform/documents/document.ts'
import { shortDay, volume } from '../../../platform/documents/sheet/format.ts'
import { drawLongTable, roomFor } from '../../../platform/documents/sheet/long-table.ts'
import { type Place, put } from '../../../platform/documents/sheet/put.ts'
import type { Column } from '../../../platform/documents/sheet/table.ts'
import type { Act } from './act-facts.ts'
import { SERVICES } from './act-words.ts'

const STYLE = { rowPoints: 19, size: 9 }

const FOUND: Column[] = [
  { title: 'Счётчик', share: 130 },
  { title: 'Учтено, м³', share: 70, align: 'right' },
  { title: 'Показание, м³', share: 80, align: 'right' },
  { title: 'Прежняя пломба', share: 85 },
  { title: 'Новая пломба', share: 90 },
  { title: 'Поверен до', share: 70 },
]

const NEW: Column[] = [
  { title: 'Новый счётчик', share: 150 },
  { title: 'Вода', share: 85 },
  { title: 'Показание, м³', share: 80, align: 'right' },
  { title: 'Пломба', share: 90 },
  { title: 'Поверен до', share: 70 },
  { title: 'Вместо', share: 90 },
]

export const nameOf = ({ type, serial }: { type: string; serial: string }): string => `${type} № ${serial}`

/** Meters that were looked at, and those that came; gives the y below. */
export function drawMeters(pdf: Pdf, place: Place, { facts, result }: Act): number {
  if (result.outcome !== 'done') return place.y
  let { y } = place
  if (result.meters.length > 0) {
    const rows = result.meters.map((found) => foundRow(found, facts.meters))
    y = titled(pdf, { ...place, y }, 'Показания и пломбы', { columns: FOUND, rows })
  }
  if (result.newMeters.length > 0) {
    const rows = result.newMeters.map((meter) => newRow(meter, facts.meters))
    y = titled(pdf, { ...place, y }, 'Введены в эксплуатацию', { columns: NEW, rows })
  }
  return y
}

function titled(
  pdf: Pdf,
  place: Place,
  title: string,
  table: { columns: Column[]; rows: string[][] },
): number {
  const y = roomFor(pdf, place.y + 8, 60)
  write(pdf, 'H2', () => put(pdf, title, { ...place, y }, { size: 11, face: 'bold' }))
  return drawLongTable(pdf, { ...place, y: y + 18 }, { ...table, ...STYLE })
}

const litres = (value: number | null): string => (value === null ? '—' : volume(value))
const day = (iso: string | null): string => (iso === null ? '—' : shortDay(iso))

function foundRow(found: FoundMeter, meters: readonly FieldMeter[]): string[] {
  const known = meters.find(({ id }) => id === found.meterId)
  if (!known) return []
  return [
    nameOf(known),
    litres(known.lastLitres),
    found.valueLitres === null ? 'не видно' : litres(found.valueLitres),
    known.sealNumber ?? '—',
    found.sealNumber ?? '—',
    day(found.verificationDueOn ?? known.verificationDueOn),
  ]
}

function newRow(meter: NewMeterFound, meters: readonly FieldMeter[]): string[] {
  const replaced = meters.find(({ id }) => id === meter.replacesMeterId)
  return [
    nameOf(meter),
    SERVICES[meter.service],
    litres(meter.valueLitres),
    meter.sealNumber ?? '—',
    day(meter.verificationDueOn),
    replaced ? `№ ${replaced.serial}` : '—',
  ]
}
