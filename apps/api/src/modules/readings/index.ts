export type { KnownMeter } from './cabinet.repo.ts'
export { readingRoutes } from './readings.routes.ts'
export { submitReadings } from './submissions.service.ts'
export type { WantedReading } from './wish.ts'
