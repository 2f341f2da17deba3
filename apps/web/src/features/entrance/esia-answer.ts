import type { EsiaReturn } from '@rodnik/contract/esia'

const FIELDS = {
  code: ['code', 4000],
  state: ['state', 500],
  iss: ['iss', 500],
  error: ['error', 500],
  error_description: ['errorDescription', 2000],
} as const

/** What stood in the address when Gosuslugi sent the browser back; null when it did not. */
export function esiaAnswerOf(search: string): EsiaReturn | null {
  const parameters = new URLSearchParams(search)
  const answer: EsiaReturn = {}
  for (const [name, [field, maxLength]] of Object.entries(FIELDS)) {
    const value = parameters.get(name)
    if (value !== null && value !== '') answer[field] = value.slice(0, maxLength)
  }
  return answer.code === undefined && answer.error === undefined ? null : answer
}
