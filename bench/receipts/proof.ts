import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { qrBytes } from '@rodnik/domain/receipts/receipt-qr'
import type { ReceiptData } from '../../apps/api/src/modules/billing/receipts/receipt-data.ts'
import { receiptPdf } from '../../apps/api/src/modules/billing/receipts/sheet/receipt-sheet.ts'
import { accountNumber, longDay, money, sum } from '../../apps/api/src/platform/documents/sheet/format.ts'
import { sampleReceipt } from './sample.ts'

const run = promisify(execFile)
const asBytes = { encoding: 'buffer', maxBuffer: 1 << 24 } as const
/** What a phone sees of a page held in hand, and an office scanner at its least. */
const DOTS_PER_INCH = 150

/**
 * Reads receipts back with programs that are not ours: qpdf the file, pdftotext the words, zbarimg the code off a
 * picture of the page, byte by byte and field by field.
 * @returns how many were wrong
 */
export async function proveReceipts(count: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rodnik-proof-'))
  const tally = { codes: 0, narrow: 0, wrong: 0 }
  try {
    for (let i = 0; i < count; i++) {
      const receipt = sampleReceipt(i)
      const faults = await faultsOf(receipt, join(folder, 'receipt'))
      for (const fault of faults) console.error(`  receipt ${i}: ${fault}`)
      tally.wrong += faults.length > 0 ? 1 : 0
      tally.codes += receipt.paymentQr === null ? 0 : 1
      tally.narrow += receipt.paymentQr?.startsWith('ST00011') ? 1 : 0
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  console.log(
    `  ${count} receipts read back by qpdf, pdftotext and zbarimg, ${tally.wrong} wrong; ` +
      `${tally.codes} codes, ${tally.narrow} of them in Windows-1251`,
  )
  return tally.wrong
}

async function faultsOf(receipt: ReceiptData, path: string): Promise<string[]> {
  const file = `${path}.pdf`
  writeFileSync(file, await receiptPdf(receipt))
  const checked = await run('qpdf', ['--check', file])
  const { stdout: text } = await run('pdftotext', ['-layout', file, '-'])
  await run('pdftoppm', ['-r', String(DOTS_PER_INCH), '-png', '-singlefile', file, path])
  const isWhole =
    checked.stdout.includes('No syntax or stream encoding errors found') && checked.stderr === ''
  return [
    ...(isWhole ? [] : [`qpdf: ${checked.stdout}${checked.stderr}`]),
    ...wordsOf(receipt).flatMap((words) =>
      oneSpace(text).includes(oneSpace(words)) ? [] : [`pdftotext does not find «${words}»`],
    ),
    ...(await codeFaults(receipt, `${path}.png`)),
  ]
}

/** QR codes alone: in noise of black and white it also sees bars. */
const READER = ['--quiet', '--raw', '--oneshot', '-Sbinary', '-Sdisable', '-Sqrcode.enable']

/** Programs write spaces that do not break, and narrow ones, as they like. */
const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ')

function wordsOf({ rows, payer, statement, dueOn, paymentQr, ...receipt }: ReceiptData): string[] {
  return [
    accountNumber(receipt.accountNumber),
    money(statement.toPayKopecks),
    payer?.name ?? '',
    ...rows.map(({ amountKopecks }) => sum(amountKopecks)),
    ...(dueOn === null || paymentQr === null ? [] : [longDay(dueOn)]),
    ...receipt.meters.flatMap(({ serial }) => serial),
  ]
}

async function codeFaults({ paymentQr, statement }: ReceiptData, picture: string): Promise<string[]> {
  const read = await run('zbarimg', [...READER, picture], asBytes).catch(() => null)
  if (paymentQr === null) return read === null ? [] : ['a code where nothing is to be paid']
  if (read === null) return ['zbarimg finds no code']
  if (!read.stdout.equals(Buffer.from(qrBytes(paymentQr)))) return ['the code has other bytes']
  const decoder = new TextDecoder(paymentQr.startsWith('ST00011') ? 'windows-1251' : 'utf-8')
  const [head, ...pairs] = decoder.decode(read.stdout).split('|')
  const fields = new Map(pairs.map((pair) => pair.split('=', 2) as [string, string]))
  const isRight = head?.startsWith('ST0001') && fields.get('Sum') === String(statement.toPayKopecks)
  return isRight ? [] : [`the code says ${fields.get('Sum')} kopecks`]
}
