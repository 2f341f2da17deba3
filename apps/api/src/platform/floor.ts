/**
 * Lets nobody read from the time of an answer what work was behind it: fast ways wait until the slow ones are done.
 * @param floorMs more than the slowest honest way takes on a machine that is not overloaded
 */
export async function notBefore<T>(floorMs: number, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  try {
    return await work()
  } finally {
    const restMs = startedAt + floorMs - performance.now()
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs))
  }
}
