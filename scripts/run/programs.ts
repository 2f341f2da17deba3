import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { stopProcess } from '../database/processes.ts'
import { inRoot, root } from '../root.ts'
import { atEnd } from './lifecycle.ts'

export type Outcome = { exitCode: number; output: string }

/**
 * Runs a program of node_modules/.bin to its end, showing what it prints.
 * @throws when it fails
 */
export async function runProgram(
  name: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const child = spawnProgram(name, args, { env, stdio: 'inherit' })
  const { exitCode } = await outcomeOf(child)
  if (exitCode !== 0) throw new Error(`${name} failed with exit code ${exitCode}.`)
}

/** Runs a program quietly; what it printed comes back with its exit code. */
export function runQuietly(name: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return outcomeOf(spawnProgram(name, args, { env, stdio: 'pipe' }))
}

export function spawnProgram(
  name: string,
  args: string[],
  options: { env?: Record<string, string>; stdio: 'inherit' | 'pipe' },
): ChildProcess {
  const path = `${inRoot('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`
  const child = spawn(name === 'node' ? process.execPath : name, args, {
    cwd: root,
    env: { ...process.env, ...options.env, PATH: path },
    stdio: ['ignore', options.stdio, options.stdio],
  })
  atEnd(() => stopChild(child, 5_000))
  return child
}

/** Ends a child that still runs, patiently at first. */
export async function stopChild(child: ChildProcess, patienceMs: number): Promise<void> {
  if (child.pid && child.exitCode === null && child.signalCode === null) {
    await stopProcess(child.pid, 'SIGTERM', patienceMs)
  }
}

/** A program killed by a signal, or that could not be started, counts as failed. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const chunks: Buffer[] = []
  const output = () => Buffer.concat(chunks).toString('utf8')
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exitCode: 1, output: error.message }))
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output: output() }))
  })
}
