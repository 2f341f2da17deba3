import { BankProfile } from '@rodnik/contract/bank-profile'
import type { Tx } from '../../platform/db.ts'

/** A profile is a setting, dated as all of them. */
const settingOf = (name: string) => `bank_profile:${name}`

/** What holds on a day, by name; of each bank the newest that has begun. */
export async function profilesOn(tx: Tx, day: string): Promise<BankProfile[]> {
  const rows = await tx.$queryRaw<{ value: unknown }[]>`
    SELECT DISTINCT ON (name) value FROM settings
    WHERE name LIKE ${settingOf('%')} AND valid_from <= ${day}::date
    ORDER BY name, valid_from DESC`
  return rows.map(({ value }) => BankProfile.parse(value))
}

/** @returns false when it stands there already, word for word */
export async function saveProfile(tx: Tx, profile: BankProfile): Promise<boolean> {
  const changed = await tx.$executeRaw`
    INSERT INTO settings AS s (name, valid_from, value)
    VALUES (${settingOf(profile.name)}, ${profile.validFrom}::date, ${JSON.stringify(profile)}::jsonb)
    ON CONFLICT (name, valid_from) DO UPDATE SET value = excluded.value WHERE s.value <> excluded.value`
  return changed === 1
}
