import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { forget, keep, kept } from '../../lib/kept.ts'
import { type Ticket, ticketIn, ticketOf } from './ticket.ts'

const NAME = 'tracked-request'

/** Keeps what opens a request in this tab, so that a reload opens it again. */
export const keepTicket = (ticket: Ticket) => keep(NAME, ticket)

/**
 * The request that is open here. That of a letter's link is taken out of the address at once, so that it stays neither
 * on the screen nor in the history; the fragment has never been sent anywhere.
 */
export function useTicket() {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const [ticket, setTicket] = useState(() => ticketIn(hash) ?? ticketOf(kept(NAME)))
  const [seenHash, setSeenHash] = useState(hash)
  // A newer letter's link, opened on this very page, only changes the fragment.
  if (hash !== seenHash) {
    setSeenHash(hash)
    setTicket(ticketIn(hash) ?? ticket)
  }
  useEffect(() => {
    const found = ticketIn(hash)
    if (!found) return
    keepTicket(found)
    void navigate(pathname, { replace: true })
  }, [hash, pathname, navigate])

  return {
    ticket,
    open: (opened: Ticket) => {
      keepTicket(opened)
      setTicket(opened)
    },
    close: () => {
      forget(NAME)
      setTicket(null)
    },
  }
}
