import type { Actor } from '../../platform/actor.ts'
import { maskedEmail, maskedPhone, seesContacts } from '../../platform/masked-contacts.ts'

type Contacts = { email: string | null; phone: string | null }

/** As the role may see them: whole, masked for a clerk to recognise, or not at all. */
export function contactsFor(actor: Pick<Actor, 'roles'>, { email, phone }: Contacts): Contacts {
  if (seesContacts(actor)) return { email, phone }
  if (!actor.roles.includes('clerk')) return { email: null, phone: null }
  return {
    email: email === null ? null : maskedEmail(email),
    phone: phone === null ? null : maskedPhone(phone),
  }
}
