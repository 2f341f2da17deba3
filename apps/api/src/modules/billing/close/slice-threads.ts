import { Worker } from 'node:worker_threads'
import type { Slice } from './input-account.ts'
import type { Totals } from './slice-output.ts'
import type { WorkerData } from './slice-worker.ts'

type Message = { slice: number; totals: Totals } | null

/** A slice of 2000 accounts takes a tenth of it; without a limit a thread's heap grows before it is collected. */
const THREAD_MEGABYTES = 128

/** Computes slices in as many threads as asked for; each thread takes the next one when it is done with the last. */
export async function computeInThreads(
  slices: readonly Slice[],
  data: WorkerData,
  { threads, onDone }: { threads: number; onDone: (totals: Totals) => void },
): Promise<void> {
  const waiting = [...slices]
  const running = Array.from({ length: Math.min(threads, slices.length) }, () =>
    runThread(waiting, data, onDone),
  )
  const workers = running.map(({ worker }) => worker)
  try {
    await Promise.all(running.map(({ ended }) => ended))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function runThread(waiting: Slice[], data: WorkerData, onDone: (totals: Totals) => void) {
  const worker = new Worker(new URL('./slice-worker.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
  })
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message) onDone(message.totals)
      worker.postMessage(waiting.shift() ?? null)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A thread ended with ${code}`))))
  })
  return { worker, ended }
}
