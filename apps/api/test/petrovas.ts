import { randomInt } from 'node:crypto'
import type { Api } from './api.ts'

/** A street of one's own, so that tests do not find each other's. */
export const newWord = () =>
  Array.from({ length: 8 }, () => String.fromCodePoint(0x430 + randomInt(32))).join('')

/** Anna Petrova's flat on it, and she as its owner. */
export async function petrovas(api: Api) {
  const account = await api.given.account({
    street: `улица Свободы ${newWord()}`,
    house: '12',
    flat: '45',
  })
  await api.db.account.update({ where: { id: account.id }, data: { holderName: 'Петрова Анна Сергеевна' } })
  const owner = await api.given.person({
    email: `anna-${account.number}@example.ru`,
    phone: `+79${account.number.slice(1)}`,
    name: 'Анна',
  })
  await api.given.link(owner.id, account.id)
  return { account, owner }
}
