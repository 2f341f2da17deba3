/** What a row of a bank's file is called in the ledger; the second word is the channel. */
export const operationOf = (profile: string, key: string): string => `payment:registry:${profile}:${key}`

/** Its way from unmatched money to an account. */
export const matchOperationOf = (profile: string, key: string): string => `payment:matched:${profile}:${key}`

export const returnOperationOf = (profile: string, key: string): string => `refund:registry:${profile}:${key}`
