import type { Tx } from '../../platform/db.ts'

export type EntryCandidate = {
  id: string
  revision: number
  isOpen: boolean
  premises: { houseKey: string; houseWeakKey: string; flatKey: string }
}

/** Compared with what was typed when the number is unknown, so that both ways do the same work. */
const NOBODY: EntryCandidate = {
  id: '00000000-0000-0000-0000-000000000000',
  revision: 0,
  isOpen: false,
  premises: { houseKey: '\u0000', houseWeakKey: '\u0000', flatKey: '\u0000' },
}

/** The account behind a number, open to accountless entry or not; someone for every number. */
export async function findEntryCandidate(db: Tx, number: string): Promise<EntryCandidate> {
  const row = await db.account.findUnique({
    where: { number },
    select: {
      id: true,
      revision: true,
      kind: true,
      isAccountlessAllowed: true,
      closedOn: true,
      premises: { select: { houseKey: true, houseWeakKey: true, flatKey: true } },
    },
  })
  if (!row) return NOBODY
  const { id, revision, premises, kind, isAccountlessAllowed, closedOn } = row
  return { id, revision, premises, isOpen: kind === 'resident' && isAccountlessAllowed && closedOn === null }
}
