import type { AttachmentFacts } from '@rodnik/contract/attachments'
import { staffRequestAttachment, staffRequestPreview } from '@rodnik/contract/request-attachments'
import { useState } from 'react'
import { addressOf } from '../../lib/ask-once.ts'
import { useAttachmentsWords } from '../../lib/attachments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { takeFile } from '../../lib/take-file.ts'
import { useDownload } from '../../lib/use-download.ts'
import { FileLink } from '../../ui/file-link.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { PhotoDialog } from './photo-dialog.tsx'

type Props = { requestId: string; files: readonly AttachmentFacts[] }

/** What went with a message: photos as small pictures that open large, all by name and size. */
export function EntryFiles({ requestId, files }: Props) {
  const words = useAttachmentsWords()
  const { language } = useSpeech()
  const { mutate, error } = useDownload()
  const [opened, setOpened] = useState<AttachmentFacts>()
  if (files.length === 0) return null
  return (
    <>
      <ul className="enclosed" aria-label={words.enclosed}>
        {files.map((file) => {
          const wanted = { params: { id: requestId, attachmentId: file.id } }
          return (
            <li key={file.id}>
              {file.width !== null && (
                <button
                  type="button"
                  className="thumb"
                  aria-label={words.open(file.name)}
                  onClick={() => setOpened(file)}
                >
                  <img src={addressOf(staffRequestPreview, wanted)} alt="" loading="lazy" />
                </button>
              )}
              <span>
                <FileLink
                  address={addressOf(staffRequestAttachment, wanted)}
                  onPress={() => mutate(() => takeFile(staffRequestAttachment, wanted))}
                >
                  {file.name}
                </FileLink>{' '}
                <span className="attachment-size">{words.size(file.bytes, language)}</span>
              </span>
            </li>
          )
        })}
      </ul>
      {error && <StaffFailure error={error} />}
      {opened && <PhotoDialog requestId={requestId} file={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}
