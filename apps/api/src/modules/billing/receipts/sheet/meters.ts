import { type Pdf, write } from '../../../../platform/documents/document.ts'
import { shortVolume, volume } from '../../../../platform/documents/sheet/format.ts'
import { QUIET } from '../../../../platform/documents/sheet/ink.ts'
import { type Place, put, putLines } from '../../../../platform/documents/sheet/put.ts'
import { drawTable } from '../../../../platform/documents/sheet/table.ts'
import type { ReceiptData, ReceiptMeter } from '../receipt-data.ts'
import { type Density, TITLE_POINTS } from './density.ts'
import { normName, waterName } from './words.ts'

/** The readings that the month was charged from, and the norms; gives the y below. */
export function drawMeters(
  pdf: Pdf,
  { x, y, width }: Place,
  { meters, norms, payer }: ReceiptData,
  { size, rowPoints, maxMeters }: Density,
): number {
  if (payer === null) return drawWithheld(pdf, { x, y, width }, size)
  if (meters.length === 0 && norms.length === 0) return y
  write(pdf, 'H2', () => put(pdf, 'Счётчики и нормативы', { x, y, width }, { size: 12, face: 'bold' }))
  let below = y + TITLE_POINTS
  if (meters.length > 0) {
    below = drawTable(
      pdf,
      { x, y: below, width },
      {
        columns: [
          { title: 'Счётчик', share: 88 },
          { title: 'Номер', share: 62 },
          { title: 'Было, м³', share: 52, align: 'right' },
          { title: 'Стало, м³', share: 53, align: 'right' },
          { title: 'Расход', share: 46, align: 'right' },
        ],
        rows: meters.slice(0, maxMeters).map(cells),
        rowPoints,
        size: size - 0.5,
      },
    )
  }
  for (const line of notesOf(meters.length - maxMeters, norms)) {
    write(pdf, 'P', () => {
      below = putLines(pdf, line, { x, y: below + 4, width }, { size: size - 1, color: QUIET, lines: 2 })
    })
  }
  return below
}

/** A guest has proved no name: whoever typed a number must not learn who lives there and how. */
function drawWithheld(pdf: Pdf, place: Place, size: number): number {
  const words =
    'В этой квитанции нет имени, адреса и показаний счётчиков: её открыли без регистрации. Полная квитанция — в личном кабинете.'
  let below = place.y
  write(pdf, 'P', () => {
    below = putLines(pdf, words, { ...place, y: place.y + TITLE_POINTS }, { size, color: QUIET, lines: 4 })
  })
  return below
}

function cells({ service, place, serial, readings }: ReceiptMeter): string[] {
  const name = [waterName[service], place].filter(Boolean).join(', ')
  return readings
    ? [name, serial, volume(readings.fromLitres), volume(readings.toLitres), volume(readings.usedLitres)]
    : [name, serial, '—', 'нет', '—']
}

function notesOf(rest: number, norms: ReceiptData['norms']): string[] {
  const said = norms.map(({ service, litres }) => `${normName[service]} ${shortVolume(litres)}`).join(', ')
  return [
    ...(rest > 0 ? [`Счётчиков ещё ${rest}: их показания — в личном кабинете.`] : []),
    ...(norms.length > 0 ? [`Норматив на человека в месяц: ${said} м³.`] : []),
  ]
}
