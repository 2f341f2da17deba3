import { useEffect } from 'react'
import { useSpeech } from '../../lib/language.tsx'

/** Lets the page open without a network. It is asked for here only: nobody else's site has a worker. */
export function useFieldWorker(): void {
  const { language } = useSpeech()
  useEffect(() => {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
    const scope = language === 'en' ? '/en/staff/field' : '/staff/field'
    // A browser that will not have one still records while the page is open.
    navigator.serviceWorker.register('/field-worker.js', { scope }).catch(() => undefined)
  }, [language])
}
