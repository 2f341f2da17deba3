export { bookPayments, type IncomingPayment, type PaymentPart } from './booking/book-payments.service.ts'
export { paymentRoutes } from './payments.routes.ts'
