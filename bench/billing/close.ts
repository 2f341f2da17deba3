import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inRoot } from '../../scripts/root.ts'

/** The command of a clerk in a process of its own; seconds from its first to its last line. */
export async function closeCity(url: string, period: string) {
  const draft = await command(url, [period, '--as', 'anna@bench'])
  const final = await command(url, [period, '--as', 'vera@bench', '--final'])
  return {
    draftSeconds: draft.seconds,
    finalSeconds: final.seconds,
    peakMegabytes: Math.max(draft.peakMegabytes, final.peakMegabytes),
  }
}

async function command(url: string, args: string[]): Promise<{ seconds: number; peakMegabytes: number }> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [inRoot('apps/api/src/billing-close.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], DATABASE_URL: url },
  })
  let peakMegabytes = 0
  const watch = setInterval(() => (peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid))), 100)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`billing:close ${args.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - startedAt) / 1000, peakMegabytes }
}

/** Linux only; elsewhere the bench has no number for it. */
function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return 0
  }
}
