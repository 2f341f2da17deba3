import type { ReconciliationAct, SupplyDocument } from '@rodnik/contract/legal-documents'
import type { Cell, Table } from '../../../platform/spreadsheets/table.ts'
import { operationName } from './sheets/reconciliation-sheet.ts'
import { dateOf, lineName, rateOf, type SupplyKind, TITLES, UNIT } from './sheets/supply-rows.ts'

const LINE_COLUMNS = [
  '№',
  'Наименование',
  'Код единицы (ОКЕИ)',
  'Единица',
  'Количество',
  'Цена без НДС, ₽',
  'Стоимость без НДС, ₽',
  'Ставка НДС',
  'Сумма НДС, ₽',
  'Стоимость с НДС, ₽',
]

/** The columns of a счёт-фактура (ПП РФ № 1137), and who the paper is between. */
export function supplyTables(document: SupplyDocument, kind: SupplyKind): Table[] {
  const { lines, total } = document
  const rows = lines.map((line, i): Cell[] => [
    String(i + 1),
    lineName(line),
    line.litres === null ? null : UNIT.code,
    line.litres === null ? null : UNIT.name,
    line.litres === null ? null : { litres: line.litres },
    line.priceKopecks === null ? null : { kopecks: line.priceKopecks },
    { kopecks: line.netKopecks },
    rateOf(line),
    { kopecks: line.vatKopecks },
    { kopecks: line.totalKopecks },
  ])
  const sums: Cell[] = [
    { kopecks: total.netKopecks },
    null,
    { kopecks: total.vatKopecks },
    { kopecks: total.totalKopecks },
  ]
  const head: Cell[][] = [
    ['Номер', String(document.number)],
    ['Дата', { day: dateOf(kind, document) }],
    ['Период', { period: document.period }],
    ...partyRows(document),
  ]
  const sheet = { columns: LINE_COLUMNS, rows: [...rows, [null, 'Итого', null, null, null, null, ...sums]] }
  return [{ title: TITLES[kind], ...sheet }, factsSheet(head)]
}

const factsSheet = (rows: Cell[][]): Table => ({ title: 'Реквизиты', columns: ['Что', 'Значение'], rows })

const partyRows = ({
  seller,
  buyer,
  contract,
  account,
}: Pick<SupplyDocument, 'seller' | 'buyer' | 'contract' | 'account'>): Cell[][] => [
  ['Продавец', seller.name],
  ['ИНН продавца', seller.inn],
  ['КПП продавца', seller.kpp],
  ['Адрес продавца', seller.address],
  ['Покупатель', buyer.name],
  ['ИНН покупателя', buyer.inn],
  ['КПП покупателя', buyer.kpp],
  ['Договор', contract?.number ?? null],
  ['Дата договора', contract?.signedOn ? { day: contract.signedOn } : null],
  ['Лицевой счёт', account.number],
  ['Адрес объекта', [account.street, account.house, account.flat].filter((part) => part !== '').join(', ')],
]

export function reconciliationTables(act: ReconciliationAct): Table[] {
  const rows = act.rows.map((row): Cell[] => [
    { day: row.occurredOn },
    operationName(row),
    { kopecks: row.debitKopecks },
    { kopecks: row.creditKopecks },
  ])
  const columns = ['Дата', 'Операция', 'Начислено, ₽', 'Оплачено, ₽']
  const facts: Cell[][] = [
    ['С', { day: act.from }],
    ['По', { day: act.to }],
    ['Сальдо на начало (долг; с минусом — аванс)', { kopecks: act.openingKopecks }],
    ['Сальдо на конец', { kopecks: act.closingKopecks }],
    ['Пени на начало', { kopecks: act.penaltyOpeningKopecks }],
    ['Пени на конец', { kopecks: act.penaltyClosingKopecks }],
    ...partyRows(act),
  ]
  return [{ title: 'Акт сверки', columns, rows }, factsSheet(facts)]
}
