export { type BusinessDay, businessDay, businessDayAt } from './calendar.service.ts'
export { infoRoutes } from './info.routes.ts'
export { currentSettings } from './settings.repo.ts'
