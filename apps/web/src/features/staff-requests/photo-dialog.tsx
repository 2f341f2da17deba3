import type { AttachmentFacts } from '@rodnik/contract/attachments'
import { staffRequestAttachment } from '@rodnik/contract/request-attachments'
import { useQuery } from '@tanstack/react-query'
import { useAttachmentsWords } from '../../lib/attachments-words.ts'
import { readyFile } from '../../lib/call.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'

type Props = { requestId: string; file: AttachmentFacts; onClose: () => void }

/** A photo as large as the window lets it be. Its session is made sure of first: a picture cannot say what is wrong. */
export function PhotoDialog({ requestId, file: { id, name, width, height }, onClose }: Props) {
  const words = useAttachmentsWords()
  const { data, error } = useQuery({
    queryKey: ['staff', 'photo', requestId, id],
    queryFn: () => readyFile(staffRequestAttachment, { params: { id: requestId, attachmentId: id } }),
    gcTime: 0,
  })
  return (
    <Dialog title={name} onClose={onClose} isWide>
      {error && <StaffFailure error={error} />}
      {data !== undefined && (
        <img
          className="photo"
          src={data}
          alt={name}
          width={width ?? undefined}
          height={height ?? undefined}
        />
      )}
      <p className="actions">
        {data !== undefined && (
          <a className="button quiet" href={data} download>
            {words.keep}
          </a>
        )}
        <button type="button" className="quiet" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  )
}
