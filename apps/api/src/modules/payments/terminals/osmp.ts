import { roublesOf } from '@rodnik/domain/money/roubles'
import type { Answer, Protocol } from './protocol.ts'
import type { Dialect } from './question.ts'
import { osmpCodes, refusalTexts } from './refusals.ts'
import { xmlResponse } from './xml.ts'

const dialect: Dialect = {
  names: { command: 'command', txnId: 'txn_id', account: 'account', sum: 'sum', date: 'txn_date' },
  commands: new Map([
    ['check', 'check'],
    ['pay', 'pay'],
  ]),
  txnId: /^\d{1,20}$/,
  date: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)$/,
  needs: { txnOfCheck: true, dateOfPay: false },
}

type Told = { result: number; prvTxn?: string; sum?: string; comment?: string }

function told(answer: Answer): Told {
  if (typeof answer === 'string') return { result: osmpCodes[answer], comment: refusalTexts[answer] }
  if ('paymentId' in answer) {
    return { result: 0, prvTxn: answer.paymentId, sum: roublesOf(answer.amountKopecks) }
  }
  const owed = `к оплате ${roublesOf(answer.owedKopecks)} руб.`
  return { result: 0, comment: [answer.maskedName, owed].filter(Boolean).join(', ') }
}

/** «check/pay», as ОСМП and QIWI made it: sums in roubles with a dot. */
export const osmp: Protocol = {
  dialect,
  code: (answer) => told(answer).result,
  toXml(answer, asked) {
    const { result, prvTxn = '', sum = '', comment = '' } = told(answer)
    const txnId = typeof asked.txn_id === 'string' && dialect.txnId.test(asked.txn_id) ? asked.txn_id : ''
    return xmlResponse([
      ['osmp_txn_id', txnId],
      ['prv_txn', prvTxn],
      ['sum', sum],
      ['result', result],
      ['comment', comment],
    ])
  },
}
