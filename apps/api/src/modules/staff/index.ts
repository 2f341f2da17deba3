export { addMember } from './members.service.ts'
export { staffRoutes } from './staff.routes.ts'
