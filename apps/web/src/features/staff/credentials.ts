import type { HumanProof } from '@rodnik/contract/human-check'
import type { Credentials } from '@rodnik/contract/sessions'
import { textOf } from '../../lib/form-text.ts'
import { proofFault } from '../../lib/picture.queries.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { Words } from '../../locales/ru/index.ts'
import type { StaffWords } from '../../locales/ru/staff/index.ts'

/** The form as the API takes it. A password is not trimmed: every character of it counts. */
export function credentialsOf(data: FormData, proof: HumanProof): Credentials {
  const password = data.get('password')
  return {
    login: textOf(data, 'login'),
    password: typeof password === 'string' ? password : '',
    ...proof,
  }
}

export function credentialFaults(
  { login, password, ...proof }: Credentials,
  words: StaffWords['entry']['login']['faults'],
  general: Words,
): Faults {
  const picture = proofFault(proof, general)
  return {
    ...(login === '' && { login: words.email }),
    ...(password === '' && { password: words.password }),
    ...(picture !== undefined && { picture }),
  }
}
