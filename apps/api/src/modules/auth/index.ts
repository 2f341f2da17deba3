export { createEntryLimits } from './entry-limits.ts'
export { guestRoutes } from './guest.routes.ts'
export { humanCheckRoutes } from './human-check.routes.ts'
export { quickFormRoutes } from './quick-form.routes.ts'
