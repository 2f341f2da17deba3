import type { Endpoint, RequestOf } from '@rodnik/contract/endpoint'
import { askFile } from './ask-once.ts'
import { readyFile } from './call.ts'

/** Lets the browser keep a file that its address gives out as one to keep. */
export async function takeFile<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<void> {
  location.assign(await readyFile(endpoint, request))
}

/** The same for a file without an address: what comes is given to the browser under its name. */
export async function saveFile<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  name: string,
): Promise<void> {
  const address = URL.createObjectURL(await askFile(endpoint, request))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

const KEPT_MS = 60_000
