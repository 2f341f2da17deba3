/** Every row names an account that is loaded already. */
export const refuseUnknownAccounts = `
  UPDATE staged SET reason = 'unknown_account|account|' || account
  WHERE reason IS NULL AND NOT EXISTS (SELECT FROM accounts a WHERE a.number = staged.account)`
