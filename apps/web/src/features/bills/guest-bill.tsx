import { type ComponentType, lazy, Suspense } from 'react'
import { loadBillsWords } from '../../lib/bills-words.ts'
import '../../ui/styles/bills.css'

/** Comes after the meters: sending readings must not wait for it, nor fail with it. */
const LazyPane = lazy(async (): Promise<{ default: ComponentType }> => {
  try {
    const [{ GuestBillPane }] = await Promise.all([import('./bill-pane.tsx'), loadBillsWords()])
    return { default: GuestBillPane }
  } catch {
    return { default: Room }
  }
})

function Room() {
  return <div className="card bill-pane" />
}

export function GuestBill() {
  return (
    <Suspense fallback={<Room />}>
      <LazyPane />
    </Suspense>
  )
}
