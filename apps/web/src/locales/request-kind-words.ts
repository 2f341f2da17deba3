import type { RequestKindName, RequestKinds } from '@rodnik/contract/request-kinds/index'

type FieldWords<Field> = { label: string; hint?: string } & (Field extends {
  options: readonly (infer Option)[]
}
  ? { options: Record<Option & string, string> }
  : object)

/** What every language says of a kind of request: a missing field or option is a compile error. */
export type RequestKindWords = {
  [Kind in RequestKindName]: {
    /** What whoever asks wants: on its tile, and above its form. */
    title: string
    /** The request as a thing, where it stands among others. */
    name: string
    /** What will happen, in one line. */
    tile: string
    /** What comes after filing, step by step. */
    next: readonly string[]
    fields: { [Name in keyof RequestKinds[Kind]['fields']]: FieldWords<RequestKinds[Kind]['fields'][Name]> }
  }
}
