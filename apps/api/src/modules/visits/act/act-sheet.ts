import type { Signature } from '@rodnik/contract/field-visits'
import { bytesOf, openDocument, type Pdf, write, writeElement } from '../../../platform/documents/document.ts'
import { accountNumber, longDay } from '../../../platform/documents/sheet/format.ts'
import { INK, PAGE_MARGIN } from '../../../platform/documents/sheet/ink.ts'
import { roomFor } from '../../../platform/documents/sheet/long-table.ts'
import { drawPair, type Pair } from '../../../platform/documents/sheet/pair.ts'
import { type Place, put, putLines } from '../../../platform/documents/sheet/put.ts'
import type { Act } from './act-facts.ts'
import { actSentences } from './act-sentences.ts'
import { drawMeters } from './act-tables.ts'
import { TITLES } from './act-words.ts'

const SIZE = 10
const SIGNATURE = { width: 200, height: 80 }

/** The act of a visit. The same facts give the same bytes. */
export async function actPdf(act: Act): Promise<Buffer> {
  const { facts, provider, number } = act
  const title = `${act.isAbridged ? 'Выписка из акта' : 'Акт'} № ${number} ${titleOf(act)}`
  const createdAt = new Date(`${facts.day}T00:00:00Z`)
  const pdf = openDocument({ title, author: provider.name, createdAt, marginPoints: PAGE_MARGIN })
  const place = { x: PAGE_MARGIN, width: pdf.page.width - 2 * PAGE_MARGIN }
  const at = (y: number): Place => ({ ...place, y })
  write(pdf, 'H1', () => put(pdf, title, at(PAGE_MARGIN), { size: 16, face: 'bold' }))
  let y = pairsOf(act).reduce((below, pair) => drawPair(pdf, at(below), pair, SIZE), PAGE_MARGIN + 32)
  y = drawMeters(pdf, at(y + 10), act)
  for (const sentence of actSentences(act)) {
    y = roomFor(pdf, y + 6, 40)
    const top = y
    write(pdf, 'P', () => {
      y = putLines(pdf, sentence, at(top), { size: SIZE, lines: 6 })
    })
  }
  if (!act.isAbridged) drawSigners(pdf, at(roomFor(pdf, y + 20, SIGNATURE.height + 40)), act)
  return await bytesOf(pdf)
}

const titleOf = ({ facts, result }: Act): string =>
  result.outcome === 'access_refused'
    ? 'об отказе в допуске к прибору учёта'
    : (TITLES[facts.requestKind] ?? 'осмотра прибора учёта')

const pairsOf = ({ facts, provider, enteredAt, isAbridged }: Act): Pair[] => [
  { label: 'Исполнитель', value: `${provider.name}, ${provider.address}, тел. ${provider.phone}`, lines: 2 },
  { label: 'Когда', value: `${longDay(facts.day)} г., выезд ${facts.window}, записано ${enteredAt}` },
  ...(isAbridged ? [] : [{ label: 'Контролёр', value: facts.inspectorName }]),
  { label: 'Лицевой счёт', value: accountNumber(facts.account.number) },
  ...(facts.account.address === '' ? [] : [{ label: 'Адрес', value: facts.account.address, lines: 2 }]),
  ...(isAbridged ? [] : [{ label: 'Абонент', value: facts.account.holderName || 'не указан' }]),
  { label: 'Заявка', value: facts.requestNumber },
]

/** The inspector by name, whoever was there by hand. */
function drawSigners(pdf: Pdf, { x, y, width }: Place, { facts, result }: Act): void {
  const half = (width - 30) / 2
  const right = { x: x + half + 30, y, width: half }
  write(pdf, 'P', () => put(pdf, `Контролёр: ${facts.inspectorName}`, { x, y, width: half }, { size: SIZE }))
  const signature = result.outcome === 'done' ? result.signature : null
  const words = signature ? `Абонент: ${signature.name}` : 'Абонент от подписи отказался или не присутствовал'
  write(pdf, 'P', () => put(pdf, words, right, { size: SIZE }))
  if (signature) drawSignature(pdf, { ...right, y: y + 16 }, signature)
}

/** Points of 0 to 1000 both ways, in a frame two and a half times as wide as it is high. */
function drawSignature(pdf: Pdf, { x, y }: Place, { name, strokes }: Signature): void {
  const { width, height } = SIGNATURE
  const alt = `Подпись: ${name}`
  const draw = () => {
    for (const stroke of strokes) {
      for (let i = 0; i + 1 < stroke.length; i += 2) {
        const [left = 0, top = 0] = [stroke[i], stroke[i + 1]]
        const point = [x + (left * width) / 1000, y + (top * height) / 1000] as const
        if (i === 0) pdf.moveTo(...point)
        else pdf.lineTo(...point)
      }
    }
    pdf.lineWidth(1.2).lineCap('round').lineJoin('round').stroke(INK)
  }
  writeElement(pdf, {
    tag: 'Figure',
    options: { alt, bbox: [x, y, x + width, y + height] },
    draw,
  })
}
