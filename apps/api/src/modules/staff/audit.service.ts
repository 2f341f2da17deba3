import type { AuditEvent, AuditFilter } from '@rodnik/contract/staff-audit'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { pageOf, placeOf } from '../../platform/page-cursor.ts'
import { businessDay } from '../info/index.ts'
import { type AuditRow, findAuditEvents } from './audit.repo.ts'

const PAGE = 50

/** Events as a person reads them: what changed apart from what else was noted. @throws invalid_request */
export async function auditEvents(deps: Pick<Deps, 'db'>, filter: AuditFilter) {
  const after = placeOf(filter.cursor)
  if (after !== null && !/^\d{1,18}$/.test(after.id)) throw new AppError('invalid_request')
  const { timeZone } = await businessDay(deps)
  const rows = await findAuditEvents(deps.db, { ...filter, after, timeZone, limit: PAGE + 1 })
  const { page, nextCursor } = pageOf(rows, PAGE)
  return { events: page.map(toEvent), nextCursor }
}

function toEvent({ at, details, accountId, accountNumber, ...row }: AuditRow): AuditEvent {
  const { before, after, ...notes } = asRecord(details)
  return {
    id: row.id,
    at: at.toISOString(),
    actor: row.actor,
    actorName: row.actorName,
    action: row.action,
    account: accountId !== null && accountNumber !== null ? { id: accountId, number: accountNumber } : null,
    changes: changesOf(asFields(before), asFields(after)),
    notes: Object.fromEntries(Object.entries(notes).map(([name, value]) => [name, inText(value)])),
  }
}

function changesOf(before: Record<string, unknown>, after: Record<string, unknown>): AuditEvent['changes'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    fields.map((field) => [
      field,
      {
        ...(field in before && { before: inText(before[field]) }),
        ...(field in after && { after: inText(after[field]) }),
      },
    ]),
  )
}

/** A change is of fields, or of the one value that the action names. */
const asFields = (side: unknown): Record<string, unknown> =>
  side === undefined || (typeof side === 'object' && side !== null) ? asRecord(side) : { value: side }

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

/** A list as its members, anything else as JSON writes it; an empty text stays empty. */
function inText(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(inText).join(', ') : JSON.stringify(value)
}
