import { type RefObject, useEffect, useRef, useState } from 'react'

export type Faults = Record<string, string>

/** Faults of a native form by field name; the first field at fault gets the focus after each check. */
export function useFormFaults(): {
  formRef: RefObject<HTMLFormElement | null>
  faults: Faults
  showFaults: (faults: Faults) => boolean
} {
  const formRef = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState<Faults>({})

  useEffect(() => {
    if (Object.keys(faults).length === 0) return
    formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])

  /** Returns true when there is nothing to mend. */
  const showFaults = (found: Faults) => {
    setFaults(found)
    return Object.keys(found).length === 0
  }
  return { formRef, faults, showFaults }
}
