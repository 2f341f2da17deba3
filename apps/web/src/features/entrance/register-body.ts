import { CONSENT_VERSION } from '@rodnik/contract/consent'
import type { HumanProof } from '@rodnik/contract/human-check'
import type { OwnDetails, Registration } from '@rodnik/contract/registration'
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
  return { email: emailKey(email) ?? email, ...ownDetailsOf(data, language), ...proof }
}

/** What everybody says themselves, where they registered or where they opened the letter. */
export function ownDetailsOf(data: FormData, language: Language): OwnDetails {
  return {
    password: typedIn(data, 'new-password'),
    phone: textOf(data, 'phone'),
    language,
    consentVersion: CONSENT_VERSION,
  }
}

/** What to mend before sending, by field, in words. */
export function registrationFaults(
  registration: Registration,
  hasConsented: boolean,
  words: Words,
  entrance: EntranceWords,
): Faults {
  const unproven = proofFault(registration, words)
  return {
    ...(emailKey(registration.email) === null && { email: entrance.register.faults.email }),
    ...(unproven !== undefined && { picture: unproven }),
    ...ownDetailsFaults(registration, hasConsented, entrance),
  }
}

export function ownDetailsFaults(
  { password, phone }: OwnDetails,
  hasConsented: boolean,
  { register: { faults }, password: passwordWords }: EntranceWords,
): Faults {
  return {
    ...(password === '' && { 'new-password': passwordWords.empty }),
    ...(mobilePhone(phone) === null && { phone: faults.phone }),
    ...(!hasConsented && { consent: faults.consent }),
  }
}
