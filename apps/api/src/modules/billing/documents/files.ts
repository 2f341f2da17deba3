import { FILE_TYPES } from '@rodnik/contract/file-types'
import type { ReconciliationAct, SupplyDocument, SupplyFile } from '@rodnik/contract/legal-documents'
import type { File } from '../../../platform/send-file.ts'
import { toXlsx } from '../../../platform/spreadsheets/xlsx.ts'
import { reconciliationTables, supplyTables } from './document-tables.ts'
import { reconciliationPdf } from './sheets/reconciliation-sheet.ts'
import { type SupplyKind, TITLES } from './sheets/supply-rows.ts'
import { supplyPdf } from './sheets/supply-sheet.ts'

const FORMS: Record<SupplyFile, { kind: SupplyKind; format: keyof typeof FILE_TYPES }> = {
  'invoice.pdf': { kind: 'invoice', format: 'pdf' },
  'invoice.xlsx': { kind: 'invoice', format: 'xlsx' },
  'act.pdf': { kind: 'act', format: 'pdf' },
  'act.xlsx': { kind: 'act', format: 'xlsx' },
  'vat-invoice.pdf': { kind: 'vat-invoice', format: 'pdf' },
  'vat-invoice.xlsx': { kind: 'vat-invoice', format: 'xlsx' },
}

/** A paper of a month in the form that was asked for. */
export async function supplyFile(document: SupplyDocument, file: SupplyFile): Promise<File> {
  const { kind, format } = FORMS[file]
  const content =
    format === 'pdf' ? await supplyPdf(document, kind) : await toXlsx(supplyTables(document, kind))
  const { number, account } = document
  return {
    name: `${TITLES[kind]} ${number} ${account.number}.${format}`,
    plainName: `${kind}-${number}-${account.number}.${format}`,
    type: FILE_TYPES[format],
    content,
  }
}

export async function reconciliationFile(
  act: ReconciliationAct,
  file: 'act.pdf' | 'act.xlsx',
): Promise<File> {
  const isPdf = file === 'act.pdf'
  const { account, from, to } = act
  const ending = `${account.number} ${from} ${to}.${isPdf ? 'pdf' : 'xlsx'}`
  return {
    name: `Акт сверки ${ending}`,
    plainName: `reconciliation-${ending.replaceAll(' ', '-')}`,
    type: FILE_TYPES[isPdf ? 'pdf' : 'xlsx'],
    content: isPdf ? await reconciliationPdf(act) : await toXlsx(reconciliationTables(act)),
  }
}
