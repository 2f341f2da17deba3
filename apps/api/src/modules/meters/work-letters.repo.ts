import type { Tx } from '../../platform/db.ts'

/**
 * Tells the owners of an account what the office has recorded about a meter of theirs, once each. What an inspector
 * records at the door they have seen, and its act says it.
 */
export const tellOwners = (tx: Tx, workId: string) => tx.$executeRaw`
  INSERT INTO letters (to_address, language, template, data, dedupe_key)
  SELECT o.email, o.language, 'meter_work',
    jsonb_build_object('accountNumber', a.number, 'work', w.kind, 'service', m.service,
      'serialEnd', right(m.serial, 4), 'doneOn', w.done_on, 'actNumber', w.act_number),
    'meter_work:' || w.id || ':' || o.user_id
  FROM meter_works w
  JOIN meters m ON m.id = w.meter_id
  JOIN accounts a ON a.id = m.account_id
  JOIN account_owners_to_tell o ON o.account_id = a.id
  WHERE w.id = ${workId}::uuid
  ON CONFLICT (dedupe_key) DO NOTHING`
