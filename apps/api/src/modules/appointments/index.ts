export { appointmentRoutes } from './appointments.routes.ts'
export { appointmentFinder } from './desk/find-appointments.repo.ts'
export { loadOffices } from './load-offices.service.ts'
export { remindOfAppointments } from './remind.service.ts'
