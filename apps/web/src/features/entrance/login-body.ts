import type { HumanProof } from '@rodnik/contract/human-check'
import type { Credentials } from '@rodnik/contract/sessions'
import { textOf, typedIn } from '../../lib/form-text.ts'
import { proofFault } from '../../lib/picture.queries.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { EntranceWords } from '../../locales/ru/entrance.ts'
import type { Words } from '../../locales/ru/index.ts'

/** The form as the API takes it, with the proof that a person sends it, if it was asked for. */
export function credentialsOf(data: FormData, proof: HumanProof): Credentials {
  return {
    login: textOf(data, 'login'),
    password: typedIn(data, 'password'),
    ...proof,
  }
}

/** What to mend before sending, by field, in words. */
export function loginFaults(
  { login, password, ...proof }: Credentials,
  by: 'email' | 'issuedLogin',
  words: Words,
  { login: { faults } }: EntranceWords,
): Faults {
  const unproven = proofFault(proof, words)
  return {
    ...(login === '' && { login: by === 'email' ? faults.login : faults.issuedLogin }),
    ...(password === '' && { password: faults.password }),
    ...(unproven !== undefined && { picture: unproven }),
  }
}
