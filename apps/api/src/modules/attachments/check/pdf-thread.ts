import { parentPort, workerData } from 'node:worker_threads'
import { findingsOf } from './pdf-findings.ts'

export type PdfThreadData = { content: Uint8Array; maxPages: number }

const { content, maxPages } = workerData as PdfThreadData
parentPort?.postMessage((await findingsOf(content, { maxPages })) ?? null)
