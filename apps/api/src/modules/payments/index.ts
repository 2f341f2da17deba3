export { bookPayments, type IncomingPayment, type PaymentPart } from './booking/book-payments.service.ts'
export { paymentRoutes } from './payments.routes.ts'
export { workPayments } from './work-payments.service.ts'
