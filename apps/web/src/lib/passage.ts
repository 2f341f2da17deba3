/** What one page tells the next through the browser's history; it is never read from the address. */
export type Passage = {
  why?: 'ended' | 'left'
  /** Where to go back to after signing in. */
  from?: string
}
