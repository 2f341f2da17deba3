import type { ImportRefusal } from '@rodnik/contract/staff-imports'

/** A file that is no table of a kind we know; nothing of it was loaded. The message is for the operator of the command. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly code: ImportRefusal
  /** What of it: the columns that are missing, the line. */
  readonly detail: string

  constructor(
    code: ImportRefusal,
    message: string,
    { detail = '', cause }: { detail?: string; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.code = code
    this.detail = detail
  }
}
