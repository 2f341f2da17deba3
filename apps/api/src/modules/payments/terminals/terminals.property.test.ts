import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { booksSum, element, type TerminalNetwork, terminalNetwork } from '../../../../test/terminals.ts'

let api: Api
let network: TerminalNetwork
beforeAll(async () => {
  api = await startApi()
  network = await terminalNetwork(api)
})
afterAll(() => api.stop())

const Step = fc.record({
  command: fc.constantFrom<'check' | 'pay'>('check', 'pay', 'pay', 'pay'),
  txn: fc.integer({ min: 0, max: 3 }),
  account: fc.integer({ min: 0, max: 1 }),
  sum: fc.constantFrom('1.00', '2.50'),
  /** Whether it is sent together with the one before. */
  isTogether: fc.boolean(),
})
type Step = { command: 'check' | 'pay'; txn: number; account: number; sum: string; isTogether: boolean }

/** Steps that are sent at the same moment stand in one group. */
const groupsOf = (steps: readonly Step[]): Step[][] =>
  steps.reduce<Step[][]>(
    (groups, step) =>
      step.isTogether && groups.length > 0
        ? [...groups.slice(0, -1), [...(groups.at(-1) ?? []), step]]
        : [...groups, [step]],
    [],
  )

let run = 0

test('whatever the order of checks, payments and repeats, a number is posted once at most and answered alike', {
  timeout: 120_000,
}, async () => {
  const accounts = [await api.given.account(), await api.given.account()]
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 14 }), async (steps) => {
      run += 1
      const txnOf = ({ txn }: Step) => `${run}0${txn}`
      const send = async (step: Step) => {
        const { body } = await network.ask({
          command: step.command,
          txn_id: txnOf(step),
          account: accounts[step.account]?.number ?? '',
          sum: step.sum,
        })
        return { step, body, result: element(body, 'result') }
      }
      const answers = []
      for (const group of groupsOf(steps)) answers.push(...(await Promise.all(group.map(send))))

      const pays = answers.filter(({ step }) => step.command === 'pay')
      for (const [txnId, same] of Map.groupBy(pays, ({ step }) => txnOf(step))) {
        const taken = same.filter(({ result }) => result === '0')
        expect(new Set(taken.map(({ body }) => body)).size).toBe(1)
        expect(new Set(taken.map(({ step }) => `${step.account} ${step.sum}`)).size).toBe(1)
        expect(same.filter(({ result }) => result !== '0' && result !== '8')).toEqual([])
        const operation = `payment:terminal:${network.code}:${txnId}`
        expect(await api.db.ledgerTransaction.count({ where: { operation } })).toBe(1)
      }
      expect(await booksSum(api)).toBe(0n)
    }),
    { numRuns: 40 },
  )
  const payments = await api.db.terminalPayment.count()
  expect(await api.db.ledgerTransaction.count({ where: { kind: 'payment' } })).toBe(payments)
})
