import type { PaymentsLayout } from '@rodnik/contract/bank-profile'
import {
  createRegistryReader,
  MAX_FAULTS,
  type RegistryEnd,
} from '@rodnik/domain/payments/registries/read-registry'
import type { RegistryPayment } from '@rodnik/domain/payments/registries/registry-row'
import type { ClientBase } from 'pg'
import { copyInto, copyText } from '../../../platform/copy-rows.ts'
import { partsOf } from '../../../platform/file-parts.repo.ts'
import { decodeText, linesOf } from '../../../platform/text-lines.ts'
import { findRepeated, keepRows, makeStaged, markRefused, markRight, STAGED } from './check-file.repo.ts'

export type Checking = {
  fileId: string
  layout: PaymentsLayout
  /** ISO day of the city. */
  today: string
  onRows: (rows: number) => void
}

const MAX_LINE_CHARACTERS = 4000
const COPIED_CHARACTERS = 1024 * 1024

/**
 * Reads a whole file before anything of it is posted: its rows are kept when it is right, and the file is refused
 * with what is wrong with it when it is not. Its bytes are thrown away in either case. Runs in a transaction of the
 * caller's: whoever is killed leaves the file as it was.
 */
export async function checkFile(client: ClientBase, checking: Checking): Promise<'posting' | 'refused'> {
  await makeStaged(client)
  const end = await stageRows(client, checking)
  const { repeated, repeatedCount } = await findRepeated(client, MAX_FAULTS)
  const faultCount = end.faultCount + repeatedCount
  if (faultCount > 0) {
    const faults = [...end.faults, ...repeated].slice(0, MAX_FAULTS)
    await markRefused(client, checking.fileId, { ...end, faults, faultCount })
    return 'refused'
  }
  await keepRows(client, checking)
  await markRight(client, checking.fileId, end.totals)
  return 'posting'
}

async function stageRows(
  client: ClientBase,
  { fileId, layout, today, onRows }: Checking,
): Promise<RegistryEnd> {
  const reader = createRegistryReader(layout, today)
  let rows = 0
  let copied = ''
  const blocks = linesOf(
    decodeText(partsOf(client, 'registry_parts', fileId), layout.encoding),
    MAX_LINE_CHARACTERS,
  )
  try {
    for await (const lines of blocks) {
      for (const line of lines) {
        const row = reader.take(line)
        if (row === undefined) continue
        copied += stagedLine(row)
        rows += 1
      }
      if (copied.length < COPIED_CHARACTERS) continue
      await copyInto(client, STAGED, copied)
      copied = ''
      onRows(rows)
    }
    await copyInto(client, STAGED, copied)
    onRows(rows)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return notText(reader.end())
  }
  return reader.end()
}

/** What follows from a file that ends in its middle says nothing. */
const notText = (end: RegistryEnd): RegistryEnd => ({
  ...end,
  faults: [{ code: 'not_text', line: null, detail: '' }],
  faultCount: 1,
})

const orNull = (text: string | null) => (text === null ? '\\N' : copyText(text))

const stagedLine = (row: RegistryPayment): string =>
  `${row.line}\t${copyText(row.key)}\t${copyText(row.accountNumber)}\t${row.paidOn}\t` +
  `${row.period === null ? '\\N' : `${row.period}-01`}\t${row.amountKopecks}\t` +
  `${orNull(row.payerName)}\t${orNull(row.payerAddress)}\n`
