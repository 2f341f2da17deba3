import {
  bytesOf,
  decorate,
  MARGIN_POINTS,
  openDocument,
  type Pdf,
  write,
} from '../../platform/documents/document.ts'
import { drawQr } from '../../platform/documents/qr.ts'

export type SheetFacts = {
  organisation: { name: string; inn: string; kpp: string }
  login: string
  password: string
  issuedAt: Date
  validUntil: Date
  /** Who gives it out, and whom to call. */
  supplier: { name: string; phone: string; timeZone: string }
  /** Where the organisation signs in. */
  address: string
}

const INK = '#10212e'
const QUIET = '#405564'
const LINE = '#8fa3b2'
const QR_POINTS = 130
const GAP = 24

/**
 * The page that is handed over at the desk: login, one-time password, where and until when they work.
 * The same facts give the same bytes.
 */
export async function credentialsSheet(facts: SheetFacts): Promise<Buffer> {
  const pdf = openDocument({
    title: `Данные для входа: ${facts.login}`,
    author: facts.supplier.name,
    createdAt: facts.issuedAt,
  })
  const width = pdf.page.width - 2 * MARGIN_POINTS
  writeHead(pdf, facts, width)
  writeCredentials(pdf, facts, width)
  writeFirstEntry(pdf, facts, width)
  writeSignatures(pdf, facts, width)
  return await bytesOf(pdf)
}

function writeHead(pdf: Pdf, { organisation, supplier }: SheetFacts, width: number) {
  const { name, inn, kpp } = organisation
  const numbers = kpp === '' ? `ИНН ${inn}` : `ИНН ${inn}, КПП ${kpp}`
  write(pdf, 'P', () => pdf.fontSize(10).fillColor(QUIET).text(supplier.name, { width }))
  pdf.moveDown(1)
  write(pdf, 'H1', () =>
    pdf.font('bold').fontSize(20).fillColor(INK).text('Данные для входа в личный кабинет', { width }),
  )
  pdf.moveDown(0.6)
  // A full legal name may be long; what is below must still stand on the page.
  write(pdf, 'P', () =>
    pdf
      .font('bold')
      .fontSize(name.length > 100 ? 10 : 13)
      .text(name, { width }),
  )
  write(pdf, 'P', () => pdf.font('regular').fontSize(12).text(numbers, { width }))
}

/** Login and password are read by people who type them into a form: fixed width, large, in groups. */
function writeCredentials(pdf: Pdf, { login, password, validUntil, supplier }: SheetFacts, width: number) {
  const top = pdf.y + 16
  const inner = { x: MARGIN_POINTS + 20, width: width - 40 }
  decorate(pdf, () => pdf.roundedRect(MARGIN_POINTS, top, width, 168, 8).lineWidth(1.5).stroke(INK))
  const label = (words: string, y: number) =>
    write(pdf, 'P', () =>
      pdf.font('regular').fontSize(12).fillColor(QUIET).text(words, inner.x, y, { width: inner.width }),
    )
  const value = (words: string, size: number) =>
    write(pdf, 'P', () =>
      pdf
        .font('mono')
        .fontSize(size)
        .fillColor(INK)
        .text(words, inner.x, pdf.y + 2, { width: inner.width }),
    )
  label('Логин', top + 18)
  value(login, 26)
  label('Одноразовый пароль', pdf.y + 14)
  value(password, 30)
  const until = `Действует до ${moment(validUntil, supplier.timeZone)}. Дефисы вводятся тоже.`
  label(until, pdf.y + 10)
  pdf.y = top + 168
}

const stepsOf = ({ address, supplier }: SheetFacts) => [
  `Откройте ${address} или наведите камеру телефона на код справа.`,
  'Введите логин и одноразовый пароль.',
  'Придумайте свой пароль: старый сразу перестанет действовать, и его не узнает никто, даже мы.',
  'Лист с одноразовым паролем уничтожьте.',
  `Пароль забыт или лист попал в чужие руки — обратитесь в офис с документами, мы выдадим новый. Телефон: ${supplier.phone}.`,
]

function writeFirstEntry(pdf: Pdf, facts: SheetFacts, width: number) {
  const { address } = facts
  pdf.y += GAP
  write(pdf, 'H2', () =>
    pdf
      .font('bold')
      .fontSize(14)
      .fillColor(INK)
      .text('Что сделать при первом входе', MARGIN_POINTS, pdf.y, { width }),
  )
  const top = pdf.y + 10
  const steps = { x: MARGIN_POINTS, width: width - QR_POINTS - GAP }
  pdf.font('regular').fontSize(12)
  pdf.y = top
  const items = stepsOf(facts).map((step, i) =>
    pdf.struct('LI', {}, [
      pdf.struct('LBody', {}, () => {
        pdf.text(`${i + 1}. ${step}`, steps.x, pdf.y, { width: steps.width, lineGap: 2 })
        pdf.y += 6
      }),
    ]),
  )
  pdf.addStructure(pdf.struct('L', {}, items))
  const bottom = pdf.y
  const x = MARGIN_POINTS + width - QR_POINTS
  drawQr(pdf, address, { x, y: top, sizePoints: QR_POINTS, alt: `QR-код с адресом ${address}` })
  pdf.y = Math.max(bottom, top + QR_POINTS)
}

function writeSignatures(pdf: Pdf, { issuedAt, supplier }: SheetFacts, width: number) {
  pdf.y += GAP
  write(pdf, 'P', () =>
    pdf.fillColor(INK).text(`Выдано ${moment(issuedAt, supplier.timeZone)}`, MARGIN_POINTS, pdf.y, { width }),
  )
  for (const who of ['Выдал (должность, подпись, фамилия)', 'Получил (подпись, фамилия)']) {
    pdf.y += 34
    const { y } = pdf
    decorate(pdf, () =>
      pdf
        .moveTo(MARGIN_POINTS, y)
        .lineTo(MARGIN_POINTS + width, y)
        .lineWidth(0.75)
        .stroke(LINE),
    )
    write(pdf, 'P', () =>
      pdf
        .fontSize(10)
        .fillColor(QUIET)
        .text(who, MARGIN_POINTS, y + 4, { width }),
    )
  }
}

const moment = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant)
