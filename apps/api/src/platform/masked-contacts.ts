import type { StaffRole } from '@rodnik/contract/endpoint'

/** anna@example.ru → a•••@example.ru: enough to recognise, too little to write to. */
export const maskedEmail = (email: string): string => email.replace(/^(.)[^@]*/, '$1•••')

/** +79123456789 → +79•••••••89. */
export const maskedPhone = (phone: string): string => phone.replace(/\d{7}(?=\d{2}$)/, '•••••••')

/** Least rights: operators write and call, so they see e-mail and phone. */
export const seesContacts = ({ roles }: { roles: readonly StaffRole[] }): boolean =>
  roles.includes('operator') || roles.includes('administrator')
