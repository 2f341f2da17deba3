import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether the process runs; one that has ended and waits for its parent to notice (a zombie) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !/\) Z /.test(readProc(pid, 'stat'))
}

/** The command line of a process, empty when it is gone. */
export function commandOf(pid: number): string {
  if (existsSync('/proc/self')) return readProc(pid, 'cmdline').replaceAll('\0', ' ')
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
}

/** The parent's number, 0 when unknown. */
export function parentOf(pid: number): number {
  return Number(/\) \S (\d+)/.exec(readProc(pid, 'stat'))?.[1] ?? 0)
}

/** A file of the kernel about a process; empty where there is none. */
export function readProc(pid: number, file: 'cmdline' | 'stat' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** Asks a process to end, waits, and kills it when it does not; a process already gone is fine. */
export async function stopProcess(pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<void> {
  send(pid, signal)
  const deadline = Date.now() + patienceMs
  while (isAlive(pid)) {
    if (Date.now() > deadline) return send(pid, 'SIGKILL')
    await sleep(20)
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
