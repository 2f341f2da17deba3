export { readRules } from './city-rules.repo.ts'
export { type FileReport, type ImportOptions, importFiles } from './import-files.ts'
export { type LoadReport, loadRows } from './load-rows.ts'
export type { RowSource } from './row-source.ts'
