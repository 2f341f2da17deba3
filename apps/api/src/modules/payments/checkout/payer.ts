/** Who pays: a person for the accounts they may pay for, or a guest for the account of the entry. */
export type Payer = { userId: string } | { sessionId: string }

export const payerName = (payer: Payer): string =>
  'userId' in payer ? `user:${payer.userId}` : `guest:${payer.sessionId}`
