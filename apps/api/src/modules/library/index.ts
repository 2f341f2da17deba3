export { libraryRoutes } from './library.routes.ts'
export { loadLibrary } from './load-library.service.ts'
