import type { ChildProcess } from 'node:child_process'
import { freePort, isPortBusy } from '../database/free-port.ts'
import { startApp, untilAnswers } from './app-process.ts'

export type StandIns = {
  child: ChildProcess
  /** Where the letters are read. */
  mailboxUrl: string
  /** Where the people of the stand-in for Gosuslugi are told about. */
  gosuslugiUrl: string
  /** Where the orders of the stand-in for the bank are, and how it behaves is chosen. */
  bankUrl: string
  /** What makes the API and the worker use the stand-ins. */
  env: Record<string, string>
  untilReady: () => Promise<void>
}

type Places = {
  /** Where the mailbox is wished for, Gosuslugi and the bank behind it; a taken port is exchanged for a free one. */
  firstPort: number
  /** Where Rodnik itself is opened: Gosuslugi and the bank send people back there. */
  publicUrl: string
  logFile?: string | undefined
}

/** Starts the stand-ins for what surrounds Rodnik (apps/sandbox). They listen on this machine only. */
export async function startStandIns({ firstPort, publicUrl, logFile }: Places): Promise<StandIns> {
  const mailboxPort = await wishedOrFree(firstPort)
  const gosuslugiPort = await wishedOrFree(firstPort + 1)
  const bankPort = await wishedOrFree(firstPort + 2)
  const smtpPort = await freePort()
  const gosuslugiUrl = `http://127.0.0.1:${gosuslugiPort}`
  const esia = { ESIA_CLIENT_ID: 'rodnik', ESIA_CLIENT_SECRET: 'known to everybody who reads this' }
  const bankUrl = `http://127.0.0.1:${bankPort}`
  const sber = {
    SBER_USER: 'rodnik-api',
    SBER_PASSWORD: 'known to everybody',
    SBER_CALLBACK_KEY: 'known to everybody who reads this',
  }
  const child = startApp('sandbox', {
    env: {
      MAILBOX_PORT: String(mailboxPort),
      MAILBOX_SMTP_PORT: String(smtpPort),
      GOSUSLUGI_PORT: String(gosuslugiPort),
      ACQUIRER_PORT: String(bankPort),
      PUBLIC_URL: publicUrl,
      ...esia,
      ...sber,
    },
    logFile,
  })
  return {
    child,
    mailboxUrl: `http://localhost:${mailboxPort}`,
    gosuslugiUrl,
    bankUrl,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      // A Gosuslugi of one's own settings is left alone.
      ...(!process.env['ESIA_DRIVER'] && { ESIA_DRIVER: 'oidc', ESIA_ISSUER: gosuslugiUrl, ...esia }),
      // So is an acquirer.
      ...(!process.env['ACQUIRER'] && {
        ACQUIRER: 'sber',
        SBER_URL: `${bankUrl}/ecomm/gw/partner/api/v1`,
        ...sber,
      }),
    },
    untilReady: async () => {
      await untilAnswers(child, `http://127.0.0.1:${mailboxPort}`, 'The mailbox')
      await untilAnswers(child, gosuslugiUrl, 'The stand-in for Gosuslugi')
      await untilAnswers(child, bankUrl, 'The stand-in for the bank')
    },
  }
}

const wishedOrFree = async (port: number) => ((await isPortBusy(port, '127.0.0.1')) ? freePort() : port)
