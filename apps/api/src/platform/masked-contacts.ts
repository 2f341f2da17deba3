/** anna@example.ru → a•••@example.ru: enough to recognise, too little to write to. */
export const maskedEmail = (email: string): string => email.replace(/^(.)[^@]*/, '$1•••')

/** +79123456789 → +79•••••••89. */
export const maskedPhone = (phone: string): string => phone.replace(/\d{7}(?=\d{2}$)/, '•••••••')
