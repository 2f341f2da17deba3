export { endLink } from './links.repo.ts'
export { makeExports } from './make-exports.service.ts'
export { peopleRoutes } from './people.routes.ts'
