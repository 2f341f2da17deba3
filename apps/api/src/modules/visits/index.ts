export { endUnrecordedVisits } from './unrecorded/end-unrecorded.service.ts'
export { visitRoutes } from './visits.routes.ts'
