/** How many lines a chart has at most across its bars. */
const MAX_STEPS = 5

/** A round step: 1, 2 or 5 times a power of ten, whole. */
function stepFor(range: number): number {
  const least = Math.max(1, range / MAX_STEPS)
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? 10 * power
}

export type Scale = {
  /** Where lines go across, the lowest first; zero is one of them. */
  ticks: readonly number[]
  /** How far up a value stands, from 0 at the lowest tick to 1 at the highest. */
  at: (value: number) => number
}

/** Takes in zero and every value, whole litres or kopecks; credits go below zero. */
export function scaleOf(values: readonly number[]): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const step = stepFor(high - low)
  const [first, last] = [Math.floor(low / step), Math.max(Math.ceil(high / step), 1)]
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
  return { ticks, at: (value) => (value / step - first) / (last - first) }
}
