export type Command = 'check' | 'pay'

/** One round of a contender. The port is of the API; the floor needs none. */
export type LoopOrder = { connections: number; seconds: number; port: number }
export type TerminalOrder = LoopOrder & { command: Command }

// Prime to the number of accounts: every account has its turn before any comes again.
const STRIDE = 61_803

/** Accounts by turns, and numbers of payments that no run has used before. */
export function createTurns(accounts: number, prefix: string) {
  const started = `${prefix}${Date.now()}`
  let turn = 0
  return () => {
    turn += 1
    return { n: (turn * STRIDE) % accounts, txnId: `${started}${turn}` }
  }
}

/** Answers each order with the figures of its round, until nobody listens. */
export function serveOrders(round: (order: TerminalOrder) => Promise<object>): void {
  process.on('message', (order: TerminalOrder) => {
    round(order).then(
      (figures) => process.send?.(figures),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.('ready')
}

/** So many clients, each asking again as soon as it is answered, for so many seconds. */
export async function untilOver(
  { connections, seconds }: LoopOrder,
  client: (i: number, isOver: () => boolean) => Promise<void>,
): Promise<number> {
  const startedAt = performance.now()
  const isOver = () => performance.now() >= startedAt + seconds * 1000
  await Promise.all(Array.from({ length: connections }, (_, i) => client(i, isOver)))
  return (performance.now() - startedAt) / 1000
}
