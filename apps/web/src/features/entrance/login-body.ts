import type { Credentials } from '@rodnik/contract/sessions'
import { trimmed, typed } from '../../lib/form-text.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { EntranceWords } from '../../locales/ru/entrance.ts'
import type { Words } from '../../locales/ru/index.ts'

/** The form as the API takes it, with the answer to a picture if one was asked for. */
export function credentialsOf(data: FormData, pictureId: string | undefined): Credentials {
  return {
    login: trimmed(data, 'login'),
    password: typed(data, 'password'),
    ...(pictureId !== undefined && { picture: { id: pictureId, code: trimmed(data, 'picture') } }),
  }
}

/** What to mend before sending, by field, in words. */
export function loginFaults(
  { login, password, picture }: Credentials,
  by: 'email' | 'issuedLogin',
  words: Words,
  { login: { faults } }: EntranceWords,
): Faults {
  return {
    ...(login === '' && { login: by === 'email' ? faults.login : faults.issuedLogin }),
    ...(password === '' && { password: faults.password }),
    ...(picture?.code === '' && { picture: words.signIn.faults.picture }),
  }
}
