import { startAcquirer } from './acquirer/start-acquirer.ts'
import { startGosuslugi } from './gosuslugi/start-gosuslugi.ts'
import { startMailbox } from './mailbox.ts'

/** A number of the environment, for the stand-in that asks; 0 takes any free port. */
const port = (name: string) => Number(process.env[name] || 0)

const text = (name: string) => process.env[name] ?? ''

async function gosuslugi() {
  const standIn = await startGosuslugi({
    port: port('GOSUSLUGI_PORT'),
    clients: {
      oidc: [
        {
          clientId: text('ESIA_CLIENT_ID'),
          clientSecret: text('ESIA_CLIENT_SECRET'),
          redirectUris: [`${text('PUBLIC_URL')}/gosuslugi`],
        },
      ],
    },
  })
  return { address: standIn.origin, stop: () => standIn.close() }
}

async function acquirer() {
  const standIn = await startAcquirer({
    port: port('ACQUIRER_PORT'),
    merchant: { userName: text('SBER_USER'), password: text('SBER_PASSWORD') },
    callbacks: { to: `${text('PUBLIC_URL')}/api/v1/acquirers/sber/callback`, key: text('SBER_CALLBACK_KEY') },
  })
  return { address: standIn.origin, stop: () => standIn.close() }
}

/** Stand-ins for what surrounds Rodnik, so that a demo needs nothing from outside. */
const standIns = [
  startMailbox({ smtpPort: port('MAILBOX_SMTP_PORT'), httpPort: port('MAILBOX_PORT') }),
  gosuslugi(),
  acquirer(),
]

const running = await Promise.all(standIns)
for (const { address } of running) console.log(`Ready at ${address}`)

const stop = async () => {
  await Promise.all(running.map((standIn) => standIn.stop()))
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
