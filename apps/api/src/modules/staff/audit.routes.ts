import { listAuditEvents } from '@rodnik/contract/staff-audit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { auditEvents } from './audit.service.ts'

export const auditDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({ ...listAuditEvents, handler: (request) => auditEvents(app.deps, request.query) })
}
