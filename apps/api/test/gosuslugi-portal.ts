import { startApi } from './api.ts'
import { gatewayOf, startOidc } from './gosuslugi.ts'
import { registrants } from './registrants.ts'
import { travellers } from './travellers.ts'

export type GosuslugiPortal = Awaited<ReturnType<typeof startGosuslugiPortal>>

/** A portal whose Gosuslugi is the stand-in, and people who go there and back. */
export async function startGosuslugiPortal() {
  const { gosuslugi, env } = await startOidc()
  const api = await startApi({ esia: gatewayOf(env, 2000) })
  const people = registrants(api)
  return {
    api,
    gosuslugi,
    people,
    way: travellers(people),
    /** Before each test: a stand-in that behaves, and nobody known from it. */
    beginAnew: async () => {
      gosuslugi.misbehave(undefined)
      await people.forgetLimits()
      await api.db.externalIdentity.deleteMany()
    },
    stop: async () => {
      await api.stop()
      await gosuslugi.close()
    },
  }
}
