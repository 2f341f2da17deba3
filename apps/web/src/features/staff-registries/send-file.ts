import { beginRegistryFile, completeRegistryFile, sendRegistryPart } from '@rodnik/contract/staff-registries'
import { call } from '../../lib/call.ts'
import { sendParts } from '../../lib/send-parts.ts'

/** @param onSent the share that is there, from 0 to 1 */
export async function sendFile(
  file: File,
  profile: string | null,
  onSent: (share: number) => void,
): Promise<string> {
  const about = { fileName: file.name.slice(0, 200), byteCount: file.size, profile }
  const { id } = await call(beginRegistryFile, { body: about })
  await sendParts(
    file,
    (part, content) => call(sendRegistryPart, { params: { id, part }, body: { content } }),
    (bytes) => onSent(bytes / file.size),
  )
  await call(completeRegistryFile, { params: { id } })
  return id
}
