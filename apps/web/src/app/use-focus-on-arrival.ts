import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { arrive } from '../lib/arrival.ts'

/** After moving to another page the focus starts at its heading. */
export function useFocusOnArrival(): void {
  const { pathname } = useLocation()
  const arrivedAt = useRef(pathname)
  useEffect(() => {
    if (arrivedAt.current === pathname) return
    arrivedAt.current = pathname
    arrive()
  }, [pathname])
}
