/** Who sends a file. Its name is as audit events have it, and what a message of theirs is claimed by. */
export type Uploader = {
  name: string
  /** Whom the hourly limits count: an accountless visitor may come again in a new session, so their account is. */
  counted: string
  isStaff: boolean
}
