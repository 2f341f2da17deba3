export { type EntryCandidate, findEntryCandidate } from './entry.repo.ts'
