import { CONSENT_VERSION } from '@rodnik/contract/consent'
import type { Registration } from '@rodnik/contract/registration'
import { emailKey } from '@rodnik/domain/people/email-key'
import { mobilePhone } from '@rodnik/domain/people/mobile-phone'
import { trimmed, typed } from '../../lib/form-text.ts'
import type { Language } from '../../lib/languages.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { EntranceWords } from '../../locales/ru/entrance.ts'
import type { Words } from '../../locales/ru/index.ts'

/** The form as the API takes it. */
export function registrationOf(data: FormData, language: Language, pictureId: string): Registration {
  const email = trimmed(data, 'email')
  return {
    email: emailKey(email) ?? email,
    password: typed(data, 'new-password'),
    phone: trimmed(data, 'phone'),
    language,
    consentVersion: CONSENT_VERSION,
    picture: { id: pictureId, code: trimmed(data, 'picture') },
  }
}

/** What to mend before sending, by field, in words. */
export function registrationFaults(
  { email, password, phone, picture }: Registration,
  hasConsented: boolean,
  words: Words,
  { register: { faults }, password: passwordWords }: EntranceWords,
): Faults {
  return {
    ...(emailKey(email) === null && { email: faults.email }),
    ...(password === '' && { 'new-password': passwordWords.empty }),
    ...(mobilePhone(phone) === null && { phone: faults.phone }),
    ...(picture?.code === '' && { picture: words.signIn.faults.picture }),
    ...(!hasConsented && { consent: faults.consent }),
  }
}
