export { bookPayments, type IncomingPayment, type PaymentPart } from './booking/book-payments.service.ts'
export { paymentRoutes } from './payments.routes.ts'
export { importRegistries, type RegistryReport } from './registries/import-files.service.ts'
export { postRegistries } from './registries/process-files.service.ts'
