import { CONSENT_VERSION } from '@rodnik/contract/consent'
import type { HumanProof } from '@rodnik/contract/human-check'
import type { Registration } from '@rodnik/contract/registration'
import { emailKey } from '@rodnik/domain/people/email-key'
import { mobilePhone } from '@rodnik/domain/people/mobile-phone'
import { textOf, typedIn } from '../../lib/form-text.ts'
import type { Language } from '../../lib/languages.ts'
import { proofFault } from '../../lib/picture.queries.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { EntranceWords } from '../../locales/ru/entrance.ts'
import type { Words } from '../../locales/ru/index.ts'

/** The form as the API takes it. */
export function registrationOf(data: FormData, language: Language, proof: HumanProof): Registration {
  const email = textOf(data, 'email')
  return {
    email: emailKey(email) ?? email,
    password: typedIn(data, 'new-password'),
    phone: textOf(data, 'phone'),
    language,
    consentVersion: CONSENT_VERSION,
    ...proof,
  }
}

/** What to mend before sending, by field, in words. */
export function registrationFaults(
  { email, password, phone, ...rest }: Registration,
  hasConsented: boolean,
  words: Words,
  { register: { faults }, password: passwordWords }: EntranceWords,
): Faults {
  const unproven = proofFault(rest, words)
  return {
    ...(emailKey(email) === null && { email: faults.email }),
    ...(password === '' && { 'new-password': passwordWords.empty }),
    ...(mobilePhone(phone) === null && { phone: faults.phone }),
    ...(unproven !== undefined && { picture: unproven }),
    ...(!hasConsented && { consent: faults.consent }),
  }
}
