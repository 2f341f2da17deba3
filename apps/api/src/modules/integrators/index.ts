export { integratorRoutes } from './integrators.routes.ts'
