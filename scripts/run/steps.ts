/** Says what begins and, when it ends, how long it took. The work may report progress meanwhile. */
export async function step<T>(
  title: string,
  work: (progress: (text: string) => void) => Promise<T>,
): Promise<T> {
  const startedAt = performance.now()
  const isTerminal = process.stdout.isTTY
  let shownAt = startedAt
  console.log(`  ${title}…`)
  const progress = (text: string) => {
    // A log file gets a line now and then; a terminal one line that changes.
    const now = performance.now()
    if (now - shownAt < (isTerminal ? 100 : 2_000)) return
    shownAt = now
    if (isTerminal) process.stdout.write(`\r\u001B[K    ${text}`)
    else console.log(`    ${text}`)
  }
  const result = await work(progress)
  if (isTerminal && shownAt !== startedAt) process.stdout.write('\r\u001B[K')
  console.log(`  ✓ ${title}: ${seconds(performance.now() - startedAt)}`)
  return result
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
