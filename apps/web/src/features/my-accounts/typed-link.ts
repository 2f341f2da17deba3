import type { HumanProof } from '@rodnik/contract/human-check'
import type { AccountToLink, Proof } from '@rodnik/contract/my-accounts'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'
import { accountDigits } from '../../lib/account-number.ts'
import { numberFault } from '../../lib/entry.ts'
import { textOf } from '../../lib/form-text.ts'
import { proofFault } from '../../lib/picture.queries.ts'
import { scaledFrom } from '../../lib/typed-number.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { AccountsWords } from '../../locales/ru/accounts.ts'
import type { Words } from '../../locales/ru/index.ts'
import type { Way } from './link-fields.tsx'

const FRACTION_DIGITS = 3

function proofOf(way: Way, data: FormData): Proof {
  if (way === 'receipt_code') return { kind: way, code: textOf(data, 'code').replaceAll(/[\s-]/g, '') }
  if (way === 'esia_name') return { kind: way }
  if (way === 'bill_amount') return { kind: way, amountKopecks: scaledFrom(textOf(data, 'amount'), 2) }
  const parsed = parseVolume(textOf(data, 'reading'), FRACTION_DIGITS)
  // -1 stands for what is no reading: the page says so and sends nothing.
  return { kind: way, serial: textOf(data, 'serial'), valueLitres: parsed.ok ? parsed.litres : -1 }
}

export const typedLink = (way: Way, data: FormData, human: HumanProof): AccountToLink => ({
  accountNumber: accountDigits(textOf(data, 'accountNumber')),
  proof: proofOf(way, data),
  ...human,
})

function proofFaults(proof: Proof, { link }: AccountsWords): Faults {
  if (proof.kind === 'receipt_code') return /^\d{8}$/.test(proof.code) ? {} : { code: link.faults.code }
  if (proof.kind === 'esia_name') return {}
  // Not what is no sum either: it compares with nothing.
  if (proof.kind === 'bill_amount') return proof.amountKopecks > 0 ? {} : { amount: link.faults.amount }
  return {
    ...(proof.serial === '' && { serial: link.faults.serial }),
    ...(proof.valueLitres < 0 && { reading: link.faults.reading }),
  }
}

/** What to mend before sending, by field. */
export function linkFaults(
  body: AccountToLink,
  prefix: string | undefined,
  { words, accounts }: { words: Words; accounts: AccountsWords },
): Faults {
  const number = numberFault(body.accountNumber, prefix, words)
  const picture = proofFault(body, words)
  return {
    ...(number !== undefined && { accountNumber: number }),
    ...proofFaults(body.proof, accounts),
    ...(picture !== undefined && { picture }),
  }
}
