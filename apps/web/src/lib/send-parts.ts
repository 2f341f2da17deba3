import { PART_BYTES } from '@rodnik/contract/file-parts'
import { toBase64 } from './base64.ts'

/**
 * Sends a file part by part, so that neither its size nor a slow line times a request out.
 * @param onSent how many bytes of it are there
 */
export async function sendParts(
  file: Blob,
  sendPart: (part: string, content: string) => Promise<unknown>,
  onSent: (bytes: number) => void,
): Promise<void> {
  for (let at = 0, part = 0; at < file.size; at += PART_BYTES, part++) {
    await sendPart(String(part), await toBase64(file.slice(at, at + PART_BYTES)))
    onSent(Math.min(file.size, at + PART_BYTES))
  }
}
