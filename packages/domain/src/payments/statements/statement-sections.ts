import type { StatementFaultCode } from '@rodnik/contract/staff-statements'
import { readDay, readSum, readWords } from '../registries/registry-cells.ts'

export type Section = { kind: 'account' | 'document'; line: number; fields: Map<string, string> }

export type StatementAccount = {
  account: string
  /** ISO days. */
  firstDay: string
  lastDay: string
  /** What the bank says has come in; null where it says nothing. */
  incomingKopecks: number | null
}

export type StatementDocument = {
  number: string
  /** ISO day. */
  documentedOn: string
  amountKopecks: number
  payerAccount: string
  payerName: string
  payeeAccount: string
  purpose: string
}

export type Statement = { accounts: StatementAccount[]; documents: StatementDocument[] }

type Read =
  | { kind: 'account'; account: StatementAccount }
  | { kind: 'document'; document: StatementDocument }
  | StatementFaultCode

export const readSection = (section: Section): Read =>
  section.kind === 'account' ? readAccount(section.fields) : readDocument(section.fields)

/** Banks write an account by one of two keys. */
const either = (fields: Map<string, string>, ...keys: string[]): string =>
  keys.map((key) => fields.get(key) ?? '').find((value) => value !== '') ?? ''

function readAccount(fields: Map<string, string>): Read {
  const account = either(fields, 'РасчСчет')
  if (account === '') return 'no_field'
  const firstDay = readDay(either(fields, 'ДатаНачала'), 'DD.MM.YYYY')
  const lastDay = readDay(either(fields, 'ДатаКонца'), 'DD.MM.YYYY') ?? firstDay
  if (firstDay === undefined || lastDay === undefined) return 'bad_date'
  const said = fields.get('ВсегоПоступило')
  const incoming = said === undefined ? null : readSum(said, '.')
  if (incoming === undefined) return 'bad_sum'
  return { kind: 'account', account: { account, firstDay, lastDay, incomingKopecks: incoming } }
}

function readDocument(fields: Map<string, string>): Read {
  const number = either(fields, 'Номер')
  const payeeAccount = either(fields, 'ПолучательРасчСчет', 'ПолучательСчет')
  if (!/^[^\p{Cc}]{1,20}$/u.test(number) || payeeAccount === '') return 'no_field'
  const documentedOn = readDay(either(fields, 'Дата'), 'DD.MM.YYYY')
  if (documentedOn === undefined) return 'bad_date'
  const amountKopecks = readSum(either(fields, 'Сумма'), '.')
  if (amountKopecks === undefined || amountKopecks === 0) return 'bad_sum'
  return {
    kind: 'document',
    document: {
      number,
      documentedOn,
      amountKopecks,
      payerAccount: readWords(either(fields, 'ПлательщикРасчСчет', 'ПлательщикСчет'), 30) ?? '',
      payerName: readWords(either(fields, 'Плательщик1', 'Плательщик'), 160) ?? '',
      payeeAccount,
      purpose: readWords(either(fields, 'НазначениеПлатежа'), 300) ?? '',
    },
  }
}
