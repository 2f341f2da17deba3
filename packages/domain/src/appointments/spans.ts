/** Minutes of a day from its midnight: from inclusive, to exclusive. */
export type Span = { from: number; to: number }

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** What is in both lists. Both are sorted and without overlaps, and so is what comes out. */
export function intersect(some: readonly Span[], others: readonly Span[]): Span[] {
  return some.flatMap((a) =>
    others
      .map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
      .filter(({ from, to }) => from < to),
  )
}

/** What is left of the spans without the holes. */
export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return holes.reduce<Span[]>(
    (left, hole) =>
      left
        .flatMap(({ from, to }) => [
          { from, to: Math.min(to, hole.from) },
          { from: Math.max(from, hole.to), to },
        ])
        .filter(({ from, to }) => from < to),
    [...spans],
  )
}
