/** Repeatable chance: the same seed gives the same numbers on every machine (mulberry32). */
export type Chance = {
  /** From 0 to 1. */
  share: () => number
  /** Whole, both ends included. */
  between: (least: number, most: number) => number
  oneOf: <T>(things: readonly [T, ...T[]] | readonly T[]) => T
}

export function chance(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(share() * (most - least + 1))
  return {
    share,
    between,
    oneOf: (things) => things[between(0, things.length - 1)] as (typeof things)[number],
  }
}
