import type { FastifyPluginAsync } from 'fastify'
import { appointmentRoutes } from '../modules/appointments/index.ts'
import { attachmentRoutes } from '../modules/attachments/index.ts'
import {
  createEntryLimits,
  esiaRoutes,
  guestRoutes,
  humanCheckRoutes,
  quickFormRoutes,
  registrationRoutes,
  secondFactorRoutes,
  sessionRoutes,
} from '../modules/auth/index.ts'
import { billingRoutes } from '../modules/billing/index.ts'
import { importRoutes } from '../modules/imports/index.ts'
import { infoRoutes } from '../modules/info/index.ts'
import { meterRoutes } from '../modules/meters/index.ts'
import { organisationRoutes } from '../modules/organisations/index.ts'
import { paymentRoutes } from '../modules/payments/index.ts'
import { peopleRoutes } from '../modules/people/index.ts'
import { readingRoutes } from '../modules/readings/index.ts'
import { requestRoutes } from '../modules/requests/index.ts'
import { staffRoutes } from '../modules/staff/index.ts'
import { visitRoutes } from '../modules/visits/index.ts'

/** Every module's endpoints, in the order of the modules. */
export const everyRoute: FastifyPluginAsync = async (api) => {
  const entryLimits = createEntryLimits(api.deps.pool)
  await api.register(infoRoutes)
  await api.register(attachmentRoutes)
  await api.register(readingRoutes)
  await api.register(meterRoutes)
  await api.register(billingRoutes)
  await api.register(paymentRoutes)
  await api.register(appointmentRoutes)
  await api.register(importRoutes)
  await api.register(organisationRoutes)
  await api.register(humanCheckRoutes)
  await api.register(guestRoutes, { entryLimits })
  await api.register(quickFormRoutes, { entryLimits })
  await api.register(secondFactorRoutes)
  await api.register(sessionRoutes)
  await api.register(registrationRoutes)
  await api.register(esiaRoutes)
  await api.register(requestRoutes)
  await api.register(visitRoutes)
  await api.register(peopleRoutes)
  await api.register(staffRoutes)
}
