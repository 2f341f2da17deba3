import type { RequestFiled } from '@rodnik/contract/requests'
import type { RequestVisits } from '@rodnik/contract/visits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { structureOf, wordsOf } from '../../../../test/pdf.ts'
import { aGuest } from '../../../../test/requests.ts'
import {
  aFieldDay,
  assignTo,
  type FieldDay,
  foundOn,
  record,
  resultOf,
  TODAY,
} from '../../../../test/visits.ts'

let api: FieldDay['api']
let olga: FieldDay['olga']
let ivan: FieldDay['ivan']
beforeAll(async () => {
  ;({ api, olga, ivan } = await aFieldDay())
})
afterAll(() => api.stop())

const HOLDER = 'Иванова Анна Петровна'

/** What Ivan found at the door of somebody who came without a profile. */
async function aGuestsVisit() {
  const account = await api.given.account()
  await api.db.account.update({ where: { id: account.id }, data: { holderName: HOLDER } })
  const { id: meterId } = await api.given.meter(account.id, { readings: { '2026-10': 123_456 } })
  await api.db.meter.update({ where: { id: meterId }, data: { serial: '77712345678' } })
  const guest = await aGuest(api, account.entry)
  const sealing = { kind: 'sealing', fields: { meterIds: [meterId], reason: 'installed' } }
  const { request, code } = (await guest.file(sealing)).json<RequestFiled>()
  const chosen = await guest.post(`/requests/${request.id}/visits`, {
    type: 'book',
    ...TODAY,
    entrance: '',
    phone: '',
  })
  const visitId = chosen.json<RequestVisits>().current?.id ?? ''
  await assignTo(olga, [visitId], ivan.id)
  const newMeter = {
    serial: '88812345678',
    type: 'СХВ-20',
    place: 'кухня',
    wholeDigits: 5,
    fractionDigits: 3,
  }
  const papers = { nominalLitresPerHour: 1500, verifiedOn: null, verificationDueOn: '2032-11-20' }
  await record(
    ivan,
    visitId,
    resultOf([foundOn(meterId, { note: 'открыла Иванова', defects: ['leak'] })], {
      note: 'Соседка Петрова',
      newMeters: [
        { ...newMeter, ...papers, replacesMeterId: null, service: 'hot', sealNumber: null, valueLitres: 12 },
      ],
    }),
  )
  const act = await guest.get(`/requests/${request.id}/visits/${visitId}/act`)
  return { account, guest, request, code, visitId, act }
}

describe('the act of a visit', () => {
  test('for whoever came without a profile names nobody, no street and no whole marking', async () => {
    const { account, act } = await aGuestsVisit()
    const { street } = await api.db.premises.findFirstOrThrow({
      where: { accounts: { some: { id: account.id } } },
    })

    const words = `${await wordsOf(act.rawPayload)} ${await structureOf(act.rawPayload)}`

    expect(act.headers['content-type']).toBe('application/pdf')
    for (const said of ['Выписка из акта', '124,000', '…5678', 'дом 12а, кв. 45', 'течь']) {
      expect(words).toContain(said)
    }
    const personal = [HOLDER, 'Иванова', 'Анна', 'Петрова', 'Кузнецов', '77712345678', '88812345678', street]
    expect(personal.filter((part) => words.includes(part))).toEqual([])
  })

  test('for whoever has number and code of the request is that extract, without an address', async () => {
    const { request, code, visitId } = await aGuestsVisit()

    const act = await api.app.inject({
      method: 'POST',
      url: `/api/v1/request-status/visits/${visitId}/act`,
      payload: { number: request.number, code },
    })

    const words = await wordsOf(act.rawPayload)
    expect(words).toContain('Выписка из акта')
    expect([HOLDER, 'дом 12а', '77712345678'].filter((part) => words.includes(part))).toEqual([])
  })

  test('is whole for the office, and the same bytes each time for both', async () => {
    const { guest, request, visitId, act } = await aGuestsVisit()

    const whole = await olga.get(`/staff/visits/${visitId}/act`)
    const again = await guest.get(`/requests/${request.id}/visits/${visitId}/act`)

    const words = await wordsOf(whole.rawPayload)
    for (const said of [
      HOLDER,
      '77712345678',
      '88812345678',
      'Кузнецов',
      'Соседка Петрова',
      'Анна Иванова',
    ]) {
      expect(words).toContain(said)
    }
    expect(again.rawPayload.equals(act.rawPayload)).toBe(true)
  })
})
