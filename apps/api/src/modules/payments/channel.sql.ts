/** Which way a posting `t` came, by the second word of its operation; as the contract's PayChannel. */
export const CHANNEL = `
  CASE WHEN split_part(t.operation, ':', 2) IN ('site', 'registry', 'terminal', 'matched')
    THEN split_part(t.operation, ':', 2) ELSE 'other' END`
