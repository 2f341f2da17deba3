import { roublesOf } from '@rodnik/domain/money/roubles'
import type { Answer, Protocol } from './protocol.ts'
import type { Dialect } from './question.ts'
import { billerCodes, refusalTexts } from './refusals.ts'
import { xmlResponse } from './xml.ts'

/** A payment that is known already: its first number is in the answer. */
const DUPLICATE = 8

const dialect: Dialect = {
  names: { command: 'ACTION', txnId: 'PAY_ID', account: 'ACCOUNT', sum: 'AMOUNT', date: 'PAY_DATE' },
  commands: new Map([
    ['check', 'check'],
    ['payment', 'pay'],
  ]),
  txnId: /^[0-9A-Za-z_-]{1,32}$/,
  date: /^(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4})_(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)$/,
  needs: { txnOfCheck: false, dateOfPay: true },
}

type Told = Partial<Record<'FIO' | 'BALANCE' | 'EXT_ID' | 'REG_DATE' | 'AMOUNT' | 'MESSAGE', string>>

const codeOf = (answer: Answer): number => {
  if (typeof answer === 'string') return billerCodes[answer]
  return 'isRepeat' in answer && answer.isRepeat ? DUPLICATE : 0
}

function told(answer: Answer): Told {
  if (typeof answer === 'string') return { MESSAGE: refusalTexts[answer] }
  if ('maskedName' in answer) return { FIO: answer.maskedName, BALANCE: roublesOf(answer.owedKopecks) }
  const { paymentId, recordedAt, amountKopecks, isRepeat } = answer
  const first = { EXT_ID: paymentId, REG_DATE: recordedAt, AMOUNT: roublesOf(amountKopecks) }
  return isRepeat ? { ...first, MESSAGE: 'Платёж уже принят' } : first
}

/** The online biller that banks call (ЕПС). The address stays empty: whoever types a number learns no address. */
export const biller: Protocol = {
  dialect,
  code: codeOf,
  toXml(answer) {
    const { FIO = '', BALANCE = '', EXT_ID = '', REG_DATE = '', AMOUNT = '', MESSAGE = '' } = told(answer)
    return xmlResponse([
      ['CODE', codeOf(answer)],
      ['FIO', FIO],
      ['ADDRESS', ''],
      ['BALANCE', BALANCE],
      ['EXT_ID', EXT_ID],
      ['REG_DATE', REG_DATE],
      ['AMOUNT', AMOUNT],
      ['MESSAGE', MESSAGE],
    ])
  },
}
