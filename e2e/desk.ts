import type { BrowserContext } from '@playwright/test'
import { sessionCookies } from '../apps/api/test/session-cookies.ts'
import type { StaffRole } from '../packages/contract/src/endpoint.ts'
import { test as base } from './fixtures.ts'

type Person = Parameters<typeof sessionCookies>[2]
type Desk = {
  /** Signs a new member of staff in, without the way there; gives their id. */
  atDesk: (roles: StaffRole[], name?: string) => Promise<string>
  /** Signs a person in, without the way there. */
  comeIn: (person: Person) => Promise<void>
  /** A new member who has given the password and has no authenticator yet. */
  newAtDoor: () => Promise<void>
}

const putCookies = (context: BrowserContext, url: string, cookies: Record<string, string>) =>
  context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url, httpOnly: true })))

export const test = base.extend<Desk>({
  comeIn: async ({ context, db, baseURL }, provide) => {
    await provide(async (person) =>
      putCookies(
        context,
        baseURL ?? '',
        await sessionCookies(db, process.env['E2E_SESSION_SECRET'] ?? '', person),
      ),
    )
  },
  newAtDoor: async ({ given, comeIn, db }, provide) => {
    await provide(async () => {
      const user = await given.person({ roles: ['operator'] })
      await comeIn(user)
      await db.session.updateMany({ where: { userId: user.id }, data: { isComplete: false } })
      await db.secondFactor.delete({ where: { userId: user.id } })
    })
  },
  atDesk: async ({ given, comeIn }, provide) => {
    await provide(async (roles, name = 'Ольга Смирнова') => {
      const user = await given.person({ roles, name })
      await comeIn(user)
      return user.id
    })
  },
})
