import { type ComponentType, lazy, Suspense } from 'react'
import { loadServicesWords } from '../../lib/services-words.ts'

/** Comes after the meters, with its words: sending readings must not wait for it, nor fail with it. */
const LazyWays = lazy(async (): Promise<{ default: ComponentType }> => {
  try {
    const [{ WaysList }] = await Promise.all([import('./ways-list.tsx'), loadServicesWords()])
    return { default: WaysList }
  } catch {
    return { default: () => null }
  }
})

export function OtherWays() {
  return (
    <Suspense fallback={null}>
      <LazyWays />
    </Suspense>
  )
}
