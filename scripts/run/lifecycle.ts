import { commandOf, isAlive, parentOf, readProc } from '../database/processes.ts'

type Ending = () => unknown

const endings: Ending[] = []
let end: Promise<never> | undefined

/** Registers what has to be undone when the script ends, however it ends; the last comes first. */
export function atEnd(ending: Ending): void {
  endings.unshift(ending)
}

/** Undoes everything registered, once, and exits. */
export function endWith(exitCode: number): Promise<never> {
  end ??= undo(exitCode)
  return end
}

export const isEnding = (): boolean => end !== undefined

async function undo(exitCode: number): Promise<never> {
  let code = exitCode
  for (const ending of endings) {
    try {
      await ending()
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      code = 1
    }
  }
  process.exit(code)
}

/**
 * Runs a script: its failure is a message and exit code 1, Ctrl-C and SIGTERM end it in order.
 * A script that returns a number ends with that code; one that returns nothing goes on until it is ended.
 */
export async function runScript(work: () => Promise<number | undefined>): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', ...(isHangupIgnored() ? [] : ['SIGHUP'])]
  for (const signal of signals) {
    process.on(signal, () => {
      if (!isEnding()) console.log('\nStopping…')
      void endWith(0)
    })
  }
  process.on('uncaughtException', (error) => {
    console.error(error)
    void endWith(1)
  })
  endWithLauncher()
  try {
    const exitCode = await work()
    if (exitCode !== undefined) await endWith(exitCode)
  } catch (error) {
    // While ending, work in progress fails because its database is gone: that is no news.
    if (isEnding()) return
    console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    if (process.env['DEBUG']) console.error(error)
    await endWith(1)
  }
}

/** Under nohup the end of the terminal is nothing to react to; a handler of ours would undo that. */
function isHangupIgnored(): boolean {
  const mask = /SigIgn:\s*(\w+)/.exec(readProc(process.pid, 'status'))?.[1] ?? '0'
  return (Number.parseInt(mask.slice(-2), 16) & 1) === 1
}

/** A signal sent to npx or pnpm may kill them alone; then nobody is left to end this script, so it ends itself. */
function endWithLauncher(): void {
  const launchers = launchersOf(process.pid)
  if (launchers.length === 0) return
  setInterval(() => {
    if (!launchers.every(isAlive)) void endWith(0)
  }, 500).unref()
}

/** The ancestors up to the outermost package manager, the shells between them included. */
function launchersOf(pid: number): number[] {
  const ancestors: { pid: number; program: string }[] = []
  for (let parent = parentOf(pid); parent > 1; parent = parentOf(parent)) {
    const program = programOf(parent)
    if (!isShell(program) && !isManager(program)) break
    ancestors.push({ pid: parent, program })
  }
  const outermost = ancestors.findLastIndex(({ program }) => isManager(program))
  return ancestors.slice(0, outermost + 1).map((ancestor) => ancestor.pid)
}

/** The program without its arguments: a shell that was told to run npx is still a shell. */
const programOf = (pid: number) => commandOf(pid).split(' ', 2).join(' ')
const isShell = (program: string) => /^(\S*\/)?(ba|da|z)?sh( |$)/.test(program)
const isManager = (program: string) => /^(\S*\/)?(node \S*\/)?(pnpm|npm|npx)\b/.test(program)
