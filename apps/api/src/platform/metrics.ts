import { createServer } from 'node:http'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

/** How people and programs come in. */
const countersOfEntries = (registers: Registry[]) => ({
  guestEntries: new Counter({
    name: 'rodnik_guest_entries_total',
    help: 'Accountless entries by outcome',
    labelNames: ['outcome'],
    registers,
  }),
  signIns: new Counter({
    name: 'rodnik_sign_ins_total',
    help: 'Sign-ins with a password by outcome',
    labelNames: ['outcome'],
    registers,
  }),
  integratorTokens: new Counter({
    name: 'rodnik_integrator_tokens_total',
    help: 'Tokens that integrators asked for by outcome',
    labelNames: ['outcome'],
    registers,
  }),
  guessAlarms: new Counter({
    name: 'rodnik_guess_alarms_total',
    help: 'Minutes in which failed entries passed the budget of the whole city',
    registers,
  }),
})

/** Prometheus metrics; labels hold routes and outcomes, never a person's data. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    ...countersOfEntries(registers),
    requestSeconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    submissions: new Counter({
      name: 'rodnik_submissions_total',
      help: 'Submissions of readings by source and outcome',
      labelNames: ['source', 'outcome'],
      registers,
    }),
    letters: new Counter({
      name: 'rodnik_letters_total',
      help: 'Letters by template and outcome of an attempt to send them',
      labelNames: ['template', 'outcome'],
      registers,
    }),
    terminalRequests: new Counter({
      name: 'rodnik_terminal_requests_total',
      help: 'Requests of payment terminals by network and result code; refused or limited at the door',
      labelNames: ['network', 'outcome'],
      registers,
    }),
  }
}

/** Serves the metrics on a listener of their own, so that the public port never shows them. */
export async function serveMetrics(metrics: Metrics, address: { host: string; port: number }) {
  collectDefaultMetrics({ register: metrics.registry })
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(address.port, address.host, resolve)
  })
  return server
}
