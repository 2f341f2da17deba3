import { useSyncExternalStore } from 'react'
import { useSpeech } from '../lib/language.tsx'

function subscribe(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

export function OfflineBanner() {
  const { words } = useSpeech()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div aria-live="polite" className="offline">
      {!isOnline && <p>{words.offline}</p>}
    </div>
  )
}
