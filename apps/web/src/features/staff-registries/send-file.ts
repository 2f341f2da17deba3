import {
  beginRegistryFile,
  completeRegistryFile,
  PART_BYTES,
  sendRegistryPart,
} from '@rodnik/contract/staff-registries'
import { call } from '../../lib/call.ts'
import { toBase64 } from './base64.ts'

/**
 * Sends a file part by part, so that neither its size nor a slow line times a request out.
 * @param onSent the share that is there, from 0 to 1
 */
export async function sendFile(
  file: File,
  profile: string | null,
  onSent: (share: number) => void,
): Promise<string> {
  const about = { fileName: file.name.slice(0, 200), byteCount: file.size, profile }
  const { id } = await call(beginRegistryFile, { body: about })
  for (let at = 0, part = 0; at < file.size; at += PART_BYTES, part++) {
    const content = await toBase64(file.slice(at, at + PART_BYTES))
    await call(sendRegistryPart, { params: { id, part: String(part) }, body: { content } })
    onSent(Math.min(1, (at + PART_BYTES) / file.size))
  }
  await call(completeRegistryFile, { params: { id } })
  return id
}
