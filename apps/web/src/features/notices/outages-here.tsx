import { type ComponentType, lazy, Suspense } from 'react'
import { loadNoticesWords } from '../../lib/notices-words.ts'

type Props = { accountId?: string }

/** Comes after the meters, with its words: sending readings must not wait for it, nor fail with it. */
const LazyBanner = lazy(async (): Promise<{ default: ComponentType<Props> }> => {
  try {
    const [{ GuestOutages, MyOutages }] = await Promise.all([
      import('./outage-banner.tsx'),
      loadNoticesWords(),
    ])
    return {
      default: ({ accountId }) =>
        accountId === undefined ? <GuestOutages /> : <MyOutages accountId={accountId} />,
    }
  } catch {
    return { default: () => null }
  }
})

/** That there is no water at the address of the cabinet. */
export function OutagesHere(props: Props) {
  return (
    <Suspense fallback={null}>
      <LazyBanner {...props} />
    </Suspense>
  )
}
