import type { GuestEntry } from '@rodnik/contract/guest-sessions'
import type { HumanProof } from '@rodnik/contract/human-check'
import type { Words } from '../locales/ru/index.ts'
import { accountDigits, accountNumberFault } from './account-number.ts'
import { textOf } from './form-text.ts'
import { proofFault } from './picture.queries.ts'
import type { Faults } from './use-form-faults.ts'

const MAX_LENGTH = 40

/** The three fields of a form as the API takes them, with the proof that a person sends them, if it was asked for. */
export function entryOf(data: FormData, proof: HumanProof): GuestEntry {
  return {
    accountNumber: accountDigits(textOf(data, 'accountNumber')),
    house: textOf(data, 'house'),
    flat: textOf(data, 'flat'),
    ...proof,
  }
}

/** What to mend before sending, by field, in words. */
export function entryFaults(entry: GuestEntry, prefix: string | undefined, words: Words): Faults {
  const { faults } = words.signIn
  const found: Faults = {}
  const fault = accountNumberFault(entry.accountNumber, prefix)
  if (fault === 'wrong_length') found['accountNumber'] = faults.wrong_length(entry.accountNumber.length)
  else if (fault === 'wrong_prefix') found['accountNumber'] = faults.wrong_prefix(prefix ?? '')
  else if (fault) found['accountNumber'] = faults[fault]
  if (entry.house === '') found['house'] = faults.house
  if (entry.house.length > MAX_LENGTH) found['house'] = faults.tooLong
  if (entry.flat.length > MAX_LENGTH) found['flat'] = faults.tooLong
  const unproven = proofFault(entry, words)
  if (unproven) found['picture'] = unproven
  return found
}
