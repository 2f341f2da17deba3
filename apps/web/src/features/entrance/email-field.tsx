import type { ReactNode } from 'react'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { Field } from '../../ui/field.tsx'

export function EmailField({ fault, hint }: { fault: string | undefined; hint?: ReactNode }) {
  const { register } = useEntranceWords()
  return (
    <Field
      label={register.email}
      name="email"
      autoComplete="username"
      inputMode="email"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={254}
      fault={fault}
      hint={hint}
    />
  )
}
