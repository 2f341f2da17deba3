export { type BusinessDay, businessDay, businessDayAt } from './calendar.service.ts'
export { infoRoutes } from './info.routes.ts'
export { type LoadOutcome, loadReference } from './load-reference.service.ts'
export { currentSettings } from './settings.repo.ts'
