import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'

/**
 * The token of a letter's link, null where the address has none. It is taken out of the address at once, so that
 * it stays neither on the screen nor in the history; the fragment has never been sent anywhere.
 */
export function useLinkToken(): string | null {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const found = /^#t=([\w-]{43})$/.exec(hash)?.[1] ?? null
  const [token, setToken] = useState(found)
  // A newer letter's link, opened on this very page, only changes the fragment.
  if (found !== null && found !== token) setToken(found)
  useEffect(() => {
    if (hash !== '') void navigate(pathname, { replace: true })
  }, [hash, pathname, navigate])
  return token
}
