export { addMember } from './members.service.ts'
export { workRegisters } from './registers/work-registers.service.ts'
export { staffRoutes } from './staff.routes.ts'
