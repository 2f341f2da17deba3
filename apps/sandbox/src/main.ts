import { startMailbox } from './mailbox.ts'

/** A number of the environment, for the stand-in that asks; 0 takes any free port. */
const port = (name: string) => Number(process.env[name] || 0)

/** Stand-ins for what surrounds Rodnik, so that a demo needs nothing from outside. */
const standIns = [startMailbox({ smtpPort: port('MAILBOX_SMTP_PORT'), httpPort: port('MAILBOX_PORT') })]

const running = await Promise.all(standIns)
for (const { address } of running) console.log(`Ready at ${address}`)

const stop = async () => {
  await Promise.all(running.map((standIn) => standIn.stop()))
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
