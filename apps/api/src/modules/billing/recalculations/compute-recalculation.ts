import type { ChargeLine, ChargeRefusal } from '@rodnik/contract/charges'
import type { RecalculationFacts } from '@rodnik/contract/recalculations'
import { chargeMonth } from '@rodnik/domain/billing/charge-month'
import { type Finding, lastOfEach } from '@rodnik/domain/billing/inspection'
import { type FactsAgain, type Recalculated, recalculateMonths } from '@rodnik/domain/billing/recalculation'
import { refusal } from '@rodnik/domain/billing/refusal'
import type { ChargedMonths } from '@rodnik/domain/billing/silent-months'
import { unauthorisedLines } from '@rodnik/domain/billing/unauthorised-lines'
import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import type { ClientBase } from 'pg'
import { accountFacts, recordOf } from '../close/account-facts.ts'
import { readChargedMonths } from '../close/charged-months.ts'
import { type FoundReading, readFindingsOf, withFindings } from '../close/findings.ts'
import type { InputAccount } from '../close/input-account.ts'
import { readPast } from '../close/slice-input.ts'
import { type PastReferences, periodsFrom } from './past-references.ts'

export type Wanted = { accountId: string; facts: RecalculationFacts }

/** Which month charges it, and by what its months and that one are charged. */
export type Charging = { period: string; references: PastReferences }

/** `months` are empty where no month was charged again. */
export type Outcome = Recalculated

/**
 * What a recalculation charges, or why it cannot: the months from its first one to the last before the month that
 * charges it are charged again in order, because a later month may have settled an earlier one. Nothing is written;
 * the preview and the draft ask the same function.
 */
export async function computeRecalculation(
  client: ClientBase,
  wanted: Wanted,
  charging: Charging,
): Promise<Outcome> {
  if (wanted.facts.kind === 'unauthorised')
    return unauthorised(client, wanted.accountId, wanted.facts, charging)
  const { periods, because } = scopeOf(wanted.facts, charging.period)
  const past = await loadPast(client, wanted, periods)
  if (wanted.facts.kind === 'inspection' && !isThere(past, wanted.facts)) {
    return refusal('meter_not_sound', wanted.facts.meterId, wanted.facts.foundOn)
  }
  const charged = chargedWithOpenMonth(past, charging)
  if (!(charged instanceof Map)) return charged
  return recalculateMonths({
    months: periods.map((period) => ({ period, reference: charging.references.get(period) })),
    charged,
    factsOf: (period, corrected) => factsAgain(past, period, corrected),
    because,
  })
}

/** The months that are charged again; an inspection within the month that charges it is of that month alone. */
export function scopeOf(facts: Exclude<RecalculationFacts, { kind: 'unauthorised' }>, period: string) {
  const lastClosed = shiftPeriod(period, -1)
  if (facts.kind === 'months')
    return { periods: periodsFrom(facts.from, lastClosed), because: 'correction' } as const
  const month = periodOf(facts.foundOn)
  return {
    periods: periodsFrom(month, month > lastClosed ? month : lastClosed),
    because: 'inspection',
  } as const
}

type Past = { inputs: Map<string, InputAccount>; charged: ChargedMonths; findings: FoundReading[] }

async function loadPast(client: ClientBase, { accountId, facts }: Wanted, periods: string[]): Promise<Past> {
  const [first = '', last = first] = [periods[0], periods.at(-1)]
  // A silence may have begun as long before as one is settled.
  const charged = await readChargedMonths(client, [accountId], shiftPeriod(last, 1), shiftPeriod(first, -36))
  const known = await readFindingsOf(client, accountId)
  return {
    inputs: await readPast(client, accountId, periods),
    charged: charged.get(accountId) ?? new Map(),
    findings: facts.kind === 'inspection' ? [...known, facts] : known,
  }
}

const isThere = ({ inputs }: Past, { meterId, foundOn }: FoundReading): boolean =>
  inputs.get(periodOf(foundOn))?.meters?.some(({ id }) => id === meterId) ?? false

/** The month that charges an inspection of its own: what its draft is about to charge stands for what it was. */
function chargedWithOpenMonth(
  past: Past,
  { period, references }: Charging,
): Map<string, readonly ChargeLine[]> | ChargeRefusal {
  const charged = new Map(past.charged)
  const open = past.inputs.has(period) && !charged.has(period) ? factsAgain(past, period, charged) : undefined
  if (!open) return charged
  const reference = references.get(period)
  if (!reference) return refusal('rules_missing', 'rules', `${period}-01`)
  const month = chargeMonth(open.facts, reference)
  return month.ok ? charged.set(period, month.lines) : month
}

function factsAgain(
  { inputs, findings }: Past,
  period: string,
  charged: ChargedMonths,
): FactsAgain | undefined {
  const input = inputs.get(period)
  const [account] = input ? withFindings([input], findings, period) : []
  if (!account) return undefined
  return { facts: accountFacts(account, period, charged), findings: findingsIn(account, findings, period) }
}

function findingsIn({ meters }: InputAccount, findings: readonly FoundReading[], period: string): Finding[] {
  const ofMonth = findings.filter(({ foundOn }) => periodOf(foundOn) === period)
  return lastOfEach(ofMonth).flatMap(({ meterId, foundOn, foundLitres }) => {
    const meter = meters?.find(({ id }) => id === meterId)
    return meter ? [{ meter: recordOf(meter), foundOn, foundLitres }] : []
  })
}

async function unauthorised(
  client: ClientBase,
  accountId: string,
  { foundOn, months }: Extract<RecalculationFacts, { kind: 'unauthorised' }>,
  { references }: Charging,
): Promise<Outcome> {
  const period = periodOf(foundOn)
  const account = (await readPast(client, accountId, [period])).get(period)
  const reference = references.get(period)
  if (!reference || !account) return refusal('rules_missing', 'rules', `${period}-01`)
  const charged = unauthorisedLines(accountFacts(account, period, new Map()), months, reference)
  return charged.ok ? { ...charged, months: [] } : charged
}
