import { useState } from 'react'

/**
 * The version that whoever types has seen. What a colleague saves meanwhile is the latest; it has to be looked at
 * before it is saved over.
 */
export function useSeenVersion(latest: number) {
  const [seen, setSeen] = useState(latest)
  return { seen, isBehind: latest > seen, accept: () => setSeen(latest), follow: setSeen }
}
