import { useState } from 'react'
import { keep, kept } from '../../lib/kept.ts'
import { NOTHING_TYPED, type TypedRequest, type TypedValue } from './typed-request.ts'

/** What is typed survives a reload and a session that has ended; it is forgotten once the request is taken. */
export function useRequestDraft(name: string, first: TypedRequest = NOTHING_TYPED) {
  const [typed, setTyped] = useState<TypedRequest>(() => ({
    ...first,
    ...(kept(name) as TypedRequest | null),
  }))

  const change = (next: TypedRequest) => {
    setTyped(next)
    keep(name, next)
  }
  return {
    typed,
    type: (field: string, value: TypedValue) =>
      change({ ...typed, fields: { ...typed.fields, [field]: value } }),
    typeEmail: (email: string) => change({ ...typed, email }),
  }
}
