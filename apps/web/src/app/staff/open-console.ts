import { loadAttachmentsWords } from '../../lib/attachments-words.ts'
import { loadStaffWords } from '../../lib/staff-words.ts'

/** Stands between the first download and the console: what the console is made of is named here, not there. */
export async function openConsole() {
  const [{ StaffConsole }] = await Promise.all([
    import('./staff-console.tsx'),
    loadStaffWords(),
    loadAttachmentsWords(),
  ])
  return StaffConsole
}
