import type { ChildProcess } from 'node:child_process'
import { freePort, isPortBusy } from '../database/free-port.ts'
import { startApp, untilAnswers } from './app-process.ts'

export type StandIns = {
  child: ChildProcess
  /** Where the letters are read. */
  mailboxUrl: string
  /** What makes the API and the worker use the stand-ins. */
  env: Record<string, string>
  untilReady: () => Promise<void>
}

/**
 * Starts the stand-ins for what surrounds Rodnik (apps/sandbox). They listen on this machine only.
 * @param firstPort where the mailbox is wished for; a taken one is exchanged for a free one
 */
export async function startStandIns(firstPort: number, logFile?: string): Promise<StandIns> {
  const mailboxPort = await wishedOrFree(firstPort)
  const smtpPort = await freePort()
  const child = startApp('sandbox', {
    env: { MAILBOX_PORT: String(mailboxPort), MAILBOX_SMTP_PORT: String(smtpPort) },
    logFile,
  })
  return {
    child,
    mailboxUrl: `http://localhost:${mailboxPort}`,
    env: { SMTP_URL: `smtp://127.0.0.1:${smtpPort}` },
    untilReady: () => untilAnswers(child, `http://127.0.0.1:${mailboxPort}`, 'The mailbox'),
  }
}

const wishedOrFree = async (port: number) => ((await isPortBusy(port, '127.0.0.1')) ? freePort() : port)
