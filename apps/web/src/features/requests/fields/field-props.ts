import type { SaidField } from '../kind-facts.ts'
import type { TypedValue } from '../typed-request.ts'
import type { RequestFormState } from '../use-request-form.ts'

/** What every way of filling in a field gets. */
export type FieldProps = {
  name: string
  said: SaidField
  value: TypedValue | undefined
  fault: string | undefined
  form: RequestFormState
  onType: (value: TypedValue) => void
}
