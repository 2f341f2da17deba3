import { useEffect } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useReceiptCode } from './accounts.queries.ts'

/** The code goes with the window; that it was told stands in the log. */
export function ReceiptCodeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { code: words } = useStaffWords().account
  const { format, words: general } = useSpeech()
  const { mutate, data, error } = useReceiptCode(id)
  useEffect(() => mutate(), [mutate])
  return (
    <Dialog title={words.title} onClose={onClose}>
      {error && <StaffFailure error={error} />}
      {!data && !error && <p>{general.loading}</p>}
      {data && (
        <>
          <p>{words.text(format.monthOfYear(data.period))}</p>
          <p className="secret">{data.code.replace(/^(.{4})/, '$1 ')}</p>
        </>
      )}
      <p>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  )
}
