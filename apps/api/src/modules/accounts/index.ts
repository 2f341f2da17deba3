export { type EntryCandidate, findEntryCandidate } from './entry.repo.ts'
export { isReceiptCode, receiptCode } from './receipt-code.ts'
