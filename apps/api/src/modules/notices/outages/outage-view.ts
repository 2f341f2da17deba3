import type { Outage, OutageBrief } from '@rodnik/contract/outages'
import type { OutageNotice, StaffOutage } from '@rodnik/contract/staff-outages'
import { outageStanding } from '@rodnik/domain/notices/outage-state'
import type { OutageRow } from './outages.repo.ts'

export function toBrief(row: OutageRow): OutageBrief {
  const { kind, services, startsAt, expectedEndAt, now } = row
  return { kind, services, startsAt, expectedEndAt, ...outageStanding(row, now) }
}

export function toOutage(row: OutageRow): Outage {
  const { id, title, advice, water, streets, endedAt } = row
  return { ...toBrief(row), id, title, advice, water, streets, endedAt }
}

export function toStaffOutage(row: OutageRow): StaffOutage {
  const { version, cancelReason, recordedAt, recordedBy } = row
  return { ...toOutage(row), version, cancelReason, recordedAt, recordedBy }
}

/** What of it staff wrote down. */
export function noticeOf(row: OutageRow): OutageNotice {
  const { kind, services, title, advice, water, startsAt, expectedEndAt, streets } = row
  return { kind, services, title, advice, water, startsAt, expectedEndAt, streets }
}
