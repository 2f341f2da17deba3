import { ApiError } from '../../lib/call.ts'
import { type Picture, wrongProof } from '../../lib/picture.queries.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { EntranceWords } from '../../locales/ru/entrance.ts'
import type { Words } from '../../locales/ru/index.ts'

/** Why a password was refused, in words; the server names its reasons by code. */
export function reasonInWords(reasons: string, { password }: EntranceWords): string {
  const known: Record<string, string> = password.reasons
  const found = reasons.split(/[\s,]+/).flatMap((reason) => known[reason] ?? [])
  return [password.level.too_weak, ...found.slice(0, 1)].join(': ')
}

/** What the server refused, put to the fields where it can be mended. */
export function refusalFaults(
  error: unknown,
  picture: Picture | null,
  words: Words,
  entrance: EntranceWords,
): Faults {
  if (!(error instanceof ApiError)) return {}
  return {
    ...fieldFaults(error, entrance),
    ...(picture && error.code.startsWith('picture_code_') && { picture: wrongProof(picture, words) }),
  }
}

function fieldFaults({ code, problem }: ApiError, entrance: EntranceWords): Faults {
  const { fields = {} } = problem ?? {}
  const { faults } = entrance.register
  return {
    ...(code === 'password_refused' && {
      'new-password': reasonInWords(fields['password'] ?? '', entrance),
    }),
    ...(code === 'password_wrong' && { 'current-password': entrance.change.wrong }),
    ...(fields['email'] !== undefined && { email: faults.email }),
    ...(fields['phone'] !== undefined && { phone: faults.phone }),
  }
}
