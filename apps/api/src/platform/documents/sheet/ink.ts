/** What a printer without colours shows apart too. */
export const INK = '#000000'
export const QUIET = '#404040'
export const LINE = '#9a9a9a'
export const TINT = '#ededed'

export const PAGE_MARGIN = 34
export const GAP = 14
