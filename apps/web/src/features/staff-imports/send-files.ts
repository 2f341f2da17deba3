import { beginImport, completeImport, sendImportPart } from '@rodnik/contract/staff-imports'
import { call } from '../../lib/call.ts'
import { sendParts } from '../../lib/send-parts.ts'

const MAX_NAME = 200

/**
 * Sends files of one run and has it checked.
 * @param onSent the share that is there, from 0 to 1
 * @returns the id of the run
 */
export async function sendFiles(files: readonly File[], onSent: (share: number) => void): Promise<string> {
  const about = files.map(({ name, size }) => ({ fileName: name.slice(0, MAX_NAME), byteCount: size }))
  const { id, fileIds } = await call(beginImport, { body: { files: about } })
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  for (const [i, file] of files.entries()) {
    const fileId = fileIds[i] ?? ''
    await sendParts(
      file,
      (part, content) => call(sendImportPart, { params: { id, fileId, part }, body: { content } }),
      (bytes) => onSent((before + bytes) / total),
    )
    before += file.size
  }
  await call(completeImport, { params: { id } })
  return id
}
