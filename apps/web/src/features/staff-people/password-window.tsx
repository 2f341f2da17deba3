import type { MemberWithPassword } from '@rodnik/contract/staff-people'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'

/** A one-time password, shown once: the window closes by its button only. */
export function PasswordWindow({ given, onClose }: { given: MemberWithPassword; onClose: () => void }) {
  const { password: words } = useStaffWords().people.members
  const { moment } = useCityTime()
  return (
    <Dialog title={words.title}>
      <p>{given.member.email}</p>
      <p className="secret">{given.oneTimePassword}</p>
      <p>{words.text(moment(given.expiresAt))}</p>
      <p>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  )
}
