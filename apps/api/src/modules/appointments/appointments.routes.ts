import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { guestBookingRoutes, myBookingRoutes } from './booking/booking.routes.ts'
import { appointmentDeskRoutes } from './desk/desk.routes.ts'
import { officeRoutes } from './hours/offices.routes.ts'
import { scheduleRoutes } from './schedules/schedules.routes.ts'

export const appointmentRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(officeRoutes)
  await app.register(guestBookingRoutes)
  await app.register(myBookingRoutes)
  await app.register(appointmentDeskRoutes)
  await app.register(scheduleRoutes)
}
