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

/** What is wrong with a typed account number, in words. */
export function numberFault(
  accountNumber: string,
  prefix: string | undefined,
  words: Words,
): string | undefined {
  const { faults } = words.signIn
  const fault = accountNumberFault(accountNumber, prefix)
  if (fault === 'wrong_length') return faults.wrong_length(accountNumber.length)
  if (fault === 'wrong_prefix') return faults.wrong_prefix(prefix ?? '')
  return fault ? faults[fault] : undefined
}

/** What to mend before sending, by field, in words. */
export function entryFaults(entry: GuestEntry, prefix: string | undefined, words: Words): Faults {
  const { faults } = words.signIn
  const found: Faults = {}
  const fault = numberFault(entry.accountNumber, prefix, words)
  if (fault) found['accountNumber'] = fault
  if (entry.house === '') found['house'] = faults.house
  if (entry.house.length > MAX_LENGTH) found['house'] = faults.tooLong
  if (entry.flat.length > MAX_LENGTH) found['flat'] = faults.tooLong
  const unproven = proofFault(entry, words)
  if (unproven) found['picture'] = unproven
  return found
}
