export { receiptCode } from './receipt-code.ts'
