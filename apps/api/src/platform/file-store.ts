import type { Readable } from 'node:stream'

/** Where files are kept. A key is a UUID of ours: nothing from outside is ever part of a name. */
export type FileStore = {
  /** Keeps the whole file or nothing of it; the same key again takes its place. */
  put: (key: string, content: Uint8Array) => Promise<void>
  /** Undefined: there is no such file. */
  get: (key: string) => Promise<Readable | undefined>
  /** Nothing to remove is fine. */
  remove: (key: string) => Promise<void>
}
