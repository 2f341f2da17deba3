export { billingRoutes } from './billing.routes.ts'
export { closeMonths } from './close/close-months.service.ts'
export { progressLine, reportText } from './close/console-report.ts'
export { discardDraft } from './close/discard-draft.service.ts'
export { draftPeriod } from './close/draft-period.service.ts'
export { finalisePeriod } from './close/finalise-period.service.ts'
export { draftReport } from './close/report.repo.ts'
export {
  type AccountItem,
  type NewEntry,
  type NewTransaction,
  openItems,
  openItemsOf,
  post,
  postedAmong,
  postMany,
  postStorno,
} from './ledger.repo.ts'
export { owedNow, owedOf } from './owed.service.ts'
export { type AsIf, previewRecalculation } from './recalculations/preview.service.ts'
export { recordInspection, recordRecalculation } from './recalculations/recalculations.service.ts'
export { closedMonths } from './recalculations/recordable.service.ts'
export { printCity, printProgressLine } from './receipts/print/print-city.service.ts'
export { providerOn } from './receipts/receipt-context.service.ts'
export { closeReferenceOf } from './reference.service.ts'
