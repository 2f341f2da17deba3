import { type ReactNode, useId } from 'react'

type Props = {
  legend: string
  hint?: ReactNode
  fault: string | undefined
  /** One of several, or any of them. */
  of: 'radio' | 'checkbox'
  children: ReactNode
}

/** Choices under one question; a fault is read out with the group, and the group itself can be led to. */
export function ChoiceGroup({ legend, hint, fault, of, children }: Props) {
  const id = useId()
  return (
    <fieldset
      className="field"
      role={of === 'radio' ? 'radiogroup' : undefined}
      tabIndex={of === 'radio' ? -1 : undefined}
      aria-invalid={of === 'radio' && fault ? true : undefined}
      aria-describedby={[fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined}
    >
      <legend>{legend}</legend>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
    </fieldset>
  )
}
