import type { Credentials } from '@rodnik/contract/sessions'
import { textOf } from '../../lib/entry.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { StaffWords } from '../../locales/ru/staff/index.ts'

/** The form as the API takes it. A password is not trimmed: every character of it counts. */
export function credentialsOf(data: FormData, pictureId: string | undefined): Credentials {
  const password = data.get('password')
  return {
    login: textOf(data, 'login'),
    password: typeof password === 'string' ? password : '',
    ...(pictureId !== undefined && { picture: { id: pictureId, code: textOf(data, 'picture') } }),
  }
}

export function credentialFaults(
  { login, password, picture }: Credentials,
  words: StaffWords['entry']['login']['faults'],
): Faults {
  return {
    ...(login === '' && { login: words.email }),
    ...(password === '' && { password: words.password }),
    ...(picture?.code === '' && { picture: words.picture }),
  }
}
