import type { ChargeLine } from '@rodnik/contract/charges'
import type {
  RecalculatedService,
  RecalculationFacts,
  RecalculationPreview,
} from '@rodnik/contract/recalculations'
import type { MonthAgain } from '@rodnik/domain/billing/difference-lines'
import { sumKopecks } from '@rodnik/domain/billing/rounding'
import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { closeReferenceOf } from '../reference.service.ts'
import { computeRecalculation, type Outcome } from './compute-recalculation.ts'
import { loadReferences, periodsFrom } from './past-references.ts'
import { monthsOf } from './recalculations.repo.ts'
import { assertRecordable } from './recordable.service.ts'

/**
 * Makes something known that is not, in the transaction of the preview, which is taken back. What makes it known for
 * good also makes a draft stale: it is charged anew, and takes the difference in.
 */
export type AsIf = (client: ClientBase) => Promise<void>

/** What the draft would charge, by what is known now. @throws as assertRecordable */
export async function previewRecalculation(
  deps: Pick<Deps, 'db' | 'pool'>,
  accountId: string,
  facts: RecalculationFacts,
  asIf?: AsIf,
): Promise<RecalculationPreview> {
  const { lastFinal, nextDraft, today } = await assertRecordable(deps, accountId, facts)
  const open = lastFinal === null ? periodOf(today) : shiftPeriod(lastFinal, 1)
  const found = facts.kind === 'months' ? open : periodOf(facts.foundOn)
  const period = found > open ? found : open
  const outcome = await computed(deps, { accountId, facts }, { period, asIf })
  if (!outcome.ok) return outcome
  const services =
    outcome.months.length > 0 ? outcome.months.flatMap(servicesOf) : servicesOfLines(outcome.lines)
  const isAfterDraft = asIf === undefined && nextDraft !== null && nextDraft > period
  return {
    ok: true,
    takenIn: isAfterDraft ? nextDraft : period,
    services,
    amountKopecks: sumKopecks(outcome.lines),
  }
}

async function computed(
  { db, pool }: Pick<Deps, 'db' | 'pool'>,
  wanted: { accountId: string; facts: RecalculationFacts },
  { period, asIf }: { period: string; asIf: AsIf | undefined },
): Promise<Outcome> {
  const { first } = monthsOf(wanted.facts)
  const { referenceOf } = await closeReferenceOf(db)
  const references = await loadReferences(periodsFrom(first, period), referenceOf)
  // One look at all that is known: nothing is written.
  return inPoolTransaction(
    pool,
    async (client) => {
      await asIf?.(client)
      return computeRecalculation(client, wanted, { period, references })
    },
    'ROLLBACK',
  )
}

const SERVICES = ['cold_water', 'wastewater'] as const

const totalOf = (lines: readonly ChargeLine[]) => ({
  litres: lines.reduce((sum, { litres }) => sum + (litres ?? 0), 0),
  kopecks: sumKopecks(lines),
})

const pricesOf = (lines: readonly ChargeLine[]): number[] => [
  ...new Set(lines.flatMap((line) => (line.litres === null ? [] : [line.priceKopecks]))),
]

function servicesOf({ period, were, shouldBe }: MonthAgain): RecalculatedService[] {
  return SERVICES.flatMap((service) => {
    const [before, after] = [were, shouldBe].map((lines) => lines.filter((line) => line.service === service))
    if (!before || !after || before.length + after.length === 0) return []
    const [then, now] = [totalOf(before), totalOf(after)]
    return [
      {
        period,
        service,
        wereLitres: then.litres,
        willBeLitres: now.litres,
        wereKopecks: then.kopecks,
        willBeKopecks: now.kopecks,
        pricesKopecks: pricesOf([...before, ...after]),
      },
    ]
  })
}

/** Water that was taken past the meter comes on top of what was charged. */
function servicesOfLines(lines: readonly ChargeLine[]): RecalculatedService[] {
  const periods = [...new Set(lines.map(({ period }) => period))]
  return periods.flatMap((period) =>
    servicesOf({ period, were: [], shouldBe: lines.filter((line) => line.period === period) }),
  )
}
