import type { Tx } from '../../platform/db.ts'

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
    language: language === 'en' ? 'en' : 'ru',
    displayName: name || email || '—',
    hasPassword: password !== null,
  }
}
