import type { FormPart } from '@rodnik/contract/form-template'
import { fillPlaces } from '@rodnik/domain/library/filled-form'
import {
  bytesOf,
  decorate,
  openDocument,
  type Pdf,
  write,
  writeElement,
} from '../../../platform/documents/document.ts'
import { INK, LINE } from '../../../platform/documents/sheet/ink.ts'
import { roomFor } from '../../../platform/documents/sheet/long-table.ts'
import { drawPair, type Pair } from '../../../platform/documents/sheet/pair.ts'
import { type Place, put } from '../../../platform/documents/sheet/put.ts'
import type { Form } from './form.ts'
import { drawFormMeters } from './form-meters.ts'

const SIZE = 11
const MARGIN = 46
const RULE = 22
const INDENT = 18

/** A form of the library on paper. The same facts give the same bytes. */
export async function formPdf(form: Form): Promise<Buffer> {
  const { template, provider, day } = form
  const createdAt = new Date(`${day}T00:00:00Z`)
  const pdf = openDocument({ title: template.title, author: provider.name, createdAt, marginPoints: MARGIN })
  const place = { x: MARGIN, width: pdf.page.width - 2 * MARGIN }
  let y = template.isStatement ? drawSides(pdf, { ...place, y: MARGIN }, form) : MARGIN
  y = drawTitle(pdf, { ...place, y: y + 14 }, template.title)
  for (const part of template.parts) y = DRAWERS[part.type](pdf, { ...place, y }, { part, form })
  if (template.isStatement) drawEnd(pdf, { ...place, y }, form)
  return await bytesOf(pdf)
}

/** To whom, and from whom, on the right half as statements have it. */
function drawSides(pdf: Pdf, { x, y, width }: Place, { facts, provider }: Form): number {
  const place = { x: x + width * 0.3, width: width * 0.7 }
  const pairs: Pair[] = [
    { label: 'Кому', value: `${provider.name}, ${provider.address}`, lines: 3 },
    { label: 'От кого', value: fillPlaces('{holder}', facts), lines: 2 },
    { label: 'Лицевой счёт', value: fillPlaces('{account}', facts) },
    { label: 'Адрес', value: fillPlaces('{address}', facts), lines: 2 },
    { label: 'Телефон', value: fillPlaces('{phone}', facts) },
  ]
  return pairs.reduce((below, pair) => drawPair(pdf, { ...place, y: below }, pair, SIZE - 1) + 2, y)
}

function drawTitle(pdf: Pdf, place: Place, title: string): number {
  return flow(pdf, place, { tag: 'H1', text: title, size: 14, face: 'bold', align: 'center' }) + 10
}

type Flow = {
  tag: string
  text: string
  size?: number
  face?: 'regular' | 'bold'
  align?: 'left' | 'center' | 'justify'
}

/** Words over as many lines as they take; on the next page where this one has no room for them. */
function flow(
  pdf: Pdf,
  place: Place,
  { tag, text, size = SIZE, face = 'regular', align = 'left' }: Flow,
): number {
  const { x, width } = place
  pdf.font(face).fontSize(size).fillColor(INK)
  const height = pdf.heightOfString(text, { width, lineGap: 2 })
  const y = roomFor(pdf, place.y, Math.min(height, 300))
  write(pdf, tag, () => {
    pdf.font(face).fontSize(size).fillColor(INK).text(text, x, y, { width, align, lineGap: 2 })
  })
  return pdf.y + 6
}

type Drawn<P extends FormPart = FormPart> = { part: P; form: Form }
type Drawer<P extends FormPart> = (pdf: Pdf, place: Place, drawn: Drawn<P>) => number
type Drawers = { [Type in FormPart['type']]: Drawer<Extract<FormPart, { type: Type }>> }

const DRAW: Drawers = {
  text: (pdf, place, { part, form }) =>
    flow(pdf, place, { tag: 'P', text: fillPlaces(part.text, form.facts) }),
  heading: (pdf, { y, ...place }, { part, form }) =>
    flow(pdf, { ...place, y: y + 4 }, { tag: 'H2', text: fillPlaces(part.text, form.facts), face: 'bold' }),
  list: (pdf, place, { part, form }) =>
    part.items.reduce(
      (y, item, i) =>
        drawItem(pdf, { ...place, y }, { mark: `${i + 1}.`, text: fillPlaces(item, form.facts) }),
      place.y,
    ),
  ticks: (pdf, place, { part, form }) =>
    part.items.reduce(
      (y, item) => drawItem(pdf, { ...place, y }, { mark: null, text: fillPlaces(item, form.facts) }),
      place.y,
    ),
  blank: (pdf, place, { part }) => drawBlank(pdf, place, part),
  meters: (pdf, place, { form }) => drawFormMeters(pdf, place, form.meters),
}
/** Each drawer takes the part that it is named for. */
const DRAWERS = DRAW as Record<FormPart['type'], Drawer<FormPart>>

const BOX = 9

/** Behind its number, or behind a box to tick. */
function drawItem(
  pdf: Pdf,
  { x, y, width }: Place,
  { mark, text }: { mark: string | null; text: string },
): number {
  const top = roomFor(pdf, y, 2 * SIZE)
  if (mark === null) {
    writeElement(pdf, {
      tag: 'Figure',
      options: { alt: 'Место для отметки', bbox: [x, top, x + BOX, top + BOX] },
      draw: () =>
        pdf
          .rect(x + 1, top + 2, BOX, BOX)
          .lineWidth(0.8)
          .stroke(INK),
    })
  } else write(pdf, 'P', () => put(pdf, mark, { x, y: top, width: INDENT }, { size: SIZE }))
  return flow(pdf, { x: x + INDENT, y: top, width: width - INDENT }, { tag: 'P', text })
}

function drawBlank(pdf: Pdf, place: Place, { label, lines }: Extract<FormPart, { type: 'blank' }>): number {
  const { x, width } = place
  const below = flow(pdf, place, { tag: 'P', text: label })
  const y = roomFor(pdf, below - 6, RULE * lines)
  decorate(pdf, () => {
    for (let i = 1; i <= lines; i += 1) pdf.moveTo(x, y + RULE * i).lineTo(x + width, y + RULE * i)
    pdf.lineWidth(0.6).stroke(LINE)
  })
  return y + RULE * lines + 8
}

/** The day, and room for a signature with its name. */
function drawEnd(pdf: Pdf, { x, y, width }: Place, { facts }: Form): void {
  const top = roomFor(pdf, y + 14, 20)
  const third = width / 3
  const words = [
    `Дата: ${facts.date ?? '_______________'}`,
    'Подпись: _______________',
    `/ ${facts.holder ?? '____________________'} /`,
  ]
  for (const [i, word] of words.entries()) {
    write(pdf, 'P', () =>
      put(pdf, word, { x: x + third * i, y: top, width: third - 8 }, { size: SIZE - 0.5 }),
    )
  }
}
