import { type Actor, auditName } from './actor.ts'
import type { Tx } from './db.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'

/** What somebody wants to change, as they have seen it last. */
export type Seen = { id: string; version: number }

type Done = { action: string; details: Record<string, unknown> }

type Kind<Row, View> = {
  /** As audit events name its id. */
  idName: string
  lock: (tx: Tx, id: string) => Promise<unknown>
  /** @throws not_found */
  rowOf: (tx: Tx, id: string) => Promise<Row>
  raiseVersion: (tx: Tx, id: string) => Promise<unknown>
  viewOf: (row: Row) => View
}

/**
 * Changes of one kind of thing that several people keep: one at a time, each with its audit event, by somebody who has
 * seen the last one. A change throws what `act` throws, not_found and notice_changed_meanwhile.
 */
export const seenChanges =
  <Row extends { version: number }, View>({ idName, lock, rowOf, raiseVersion, viewOf }: Kind<Row, View>) =>
  (
    { db }: Pick<Deps, 'db'>,
    actor: Actor,
    { id, version, act }: Seen & { act: (tx: Tx, row: Row) => Promise<Done> },
  ): Promise<View> =>
    db.$transaction(async (tx) => {
      await lock(tx, id)
      const before = await rowOf(tx, id)
      if (before.version !== version) throw new AppError('notice_changed_meanwhile')
      const { action, details } = await act(tx, before)
      await raiseVersion(tx, id)
      await tx.auditEvent.create({
        data: {
          actor: auditName(actor),
          action,
          details: { [idName]: id, ...(details as Record<string, string>) },
        },
      })
      return viewOf(await rowOf(tx, id))
    })
