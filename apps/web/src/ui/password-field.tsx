import { type ComponentProps, type ReactNode, useState } from 'react'
import { useEntranceWords } from '../lib/entrance-words.ts'
import { Field } from './field.tsx'

type Props = Omit<ComponentProps<typeof Field>, 'type' | 'autoComplete'> & {
  autoComplete: 'current-password' | 'new-password'
  /** Stands beside «Показать пароль». */
  aside?: ReactNode
}

/** A password that can be pasted, kept by the browser, and looked at while it is typed. */
export function PasswordField({ aside, ...props }: Props) {
  const { password } = useEntranceWords()
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="password">
      <Field
        {...props}
        type={isShown ? 'text' : 'password'}
        maxLength={256}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <p className="password-tools">
        <button type="button" className="tool" onClick={() => setIsShown(!isShown)}>
          {isShown ? password.hide : password.show}
        </button>
        {aside}
      </p>
    </div>
  )
}
