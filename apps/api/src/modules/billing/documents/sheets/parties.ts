import type { SupplyDocument } from '@rodnik/contract/legal-documents'
import type { Pdf } from '../../../../platform/documents/document.ts'
import {
  accountNumber,
  addressLine,
  bankAccount,
  longDay,
} from '../../../../platform/documents/sheet/format.ts'
import { drawPair, type Pair } from '../../../../platform/documents/sheet/pair.ts'
import type { Place } from '../../../../platform/documents/sheet/put.ts'

export type Parties = Pick<SupplyDocument, 'seller' | 'buyer' | 'contract' | 'account'>

const SIZE = 9.5

const numbersOf = ({ inn, kpp }: { inn: string; kpp: string }): string =>
  inn === '' ? '' : kpp === '' ? `, ИНН ${inn}` : `, ИНН ${inn}, КПП ${kpp}`

/** Names and numbers of both, as every paper has them. */
export const partyPairs = ({ seller, buyer, contract, account }: Parties): Pair[] => [
  { label: 'Исполнитель', value: `${seller.name}${numbersOf(seller)}, ${seller.address}`, lines: 3 },
  { label: 'Заказчик', value: `${buyer.name}${numbersOf(buyer)}`, lines: 3 },
  { label: 'Договор', value: contractLine(contract) },
  {
    label: 'Объект',
    value: `лицевой счёт ${accountNumber(account.number)}, ${addressLine(account)}`,
    lines: 2,
  },
]

function contractLine(contract: Parties['contract']): string {
  if (!contract) return 'без номера'
  return contract.signedOn === null
    ? `№ ${contract.number}`
    : `№ ${contract.number} от ${longDay(contract.signedOn)} г.`
}

/** Where to pay, for a program that pays without the code. */
export const bankPairs = ({ seller }: Pick<Parties, 'seller'>): Pair[] => [
  { label: 'Банк', value: `${seller.bankName}, БИК ${seller.bic}` },
  { label: 'Счёт', value: bankAccount(seller.settlementAccount) },
  { label: 'Корр. счёт', value: bankAccount(seller.correspondentAccount) },
]

export const drawPairs = (pdf: Pdf, place: Place, pairs: readonly Pair[]): number =>
  pairs.reduce((y, pair) => drawPair(pdf, { ...place, y }, pair, SIZE), place.y)
