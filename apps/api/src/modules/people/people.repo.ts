import type { Tx } from '../../platform/db.ts'
import { languageOf } from '../notifications/index.ts'

export type Person = {
  userId: string
  email: string | null
  language: 'ru' | 'en'
  /** How others see them: the name, or the e-mail of someone who has given none. */
  displayName: string
  hasPassword: boolean
}

/** @throws when there is no such person: the session that named them has ended meanwhile */
export async function findPerson(tx: Tx, userId: string): Promise<Person> {
  const { email, language, name, password } = await tx.user.findUniqueOrThrow({
    where: { id: userId, deletedAt: null },
    select: { email: true, language: true, name: true, password: { select: { userId: true } } },
  })
  return {
    userId,
    email,
    language: languageOf(language),
    displayName: name || email || '—',
    hasPassword: password !== null,
  }
}
