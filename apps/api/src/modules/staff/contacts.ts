import type { StaffRole } from '@rodnik/contract/endpoint'
import type { Actor } from '../../platform/actor.ts'
import { maskedEmail, maskedPhone } from '../../platform/masked-contacts.ts'

type Contacts = { email: string | null; phone: string | null }

/** Least rights: operators write and call, so they see e-mail and phone. */
export const seesContacts = ({ roles }: { roles: readonly StaffRole[] }): boolean =>
  roles.includes('operator') || roles.includes('administrator')

/** As the role may see them: whole, masked for a clerk to recognise, or not at all. */
export function contactsFor(actor: Pick<Actor, 'roles'>, { email, phone }: Contacts): Contacts {
  if (seesContacts(actor)) return { email, phone }
  if (!actor.roles.includes('clerk')) return { email: null, phone: null }
  return {
    email: email === null ? null : maskedEmail(email),
    phone: phone === null ? null : maskedPhone(phone),
  }
}
