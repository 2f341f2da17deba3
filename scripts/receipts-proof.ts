import { proveReceipts } from '../bench/receipts/proof.ts'
import { runScript } from './run/lifecycle.ts'

/** `pnpm receipts:proof [COUNT]`; needs qpdf, poppler-utils and zbar-tools. */
await runScript(async () => ((await proveReceipts(Number(process.argv[2] ?? 200))) === 0 ? 0 : 1))
