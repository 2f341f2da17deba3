import type { RequestView } from '@rodnik/contract/requests'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { RequestDetails } from '../../features/requests/request-details.tsx'
import type { Ticket } from '../../features/requests/ticket.ts'
import { sendTracked, trackedFiles, trackedQuery } from '../../features/requests/tracking.queries.ts'
import { TrackingForm } from '../../features/requests/tracking-form.tsx'
import { useTicket } from '../../features/requests/use-ticket.ts'
import { trackedVisits } from '../../features/visits/tracked-visits.ts'
import { VisitPanel } from '../../features/visits/visit-panel.tsx'
import { ApiError } from '../../lib/call.ts'
import { usePicture } from '../../lib/picture.queries.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/confirmation.css'
import '../../ui/styles/requests.css'
import type { JustFiled } from './just-filed.ts'
import { isVisited } from './visited.ts'

/** A request by its number and code, typed or brought by the link of a letter. */
export function TrackingPage() {
  const { ticket, open, close } = useTicket()
  if (!ticket) return <TypedTicket onOpened={open} />
  return <Tracked key={ticket.number} ticket={ticket} onOpened={open} onClose={close} />
}

function TypedTicket({ onOpened }: { onOpened: (ticket: Ticket) => void }) {
  const { track: say } = useRequestsWords()
  const picture = usePicture('tracking')
  return (
    <Page title={say.title} lead={say.lead}>
      <TrackingForm picture={picture} onOpened={onOpened} />
    </Page>
  )
}

type Props = { ticket: Ticket; onOpened: (ticket: Ticket) => void; onClose: () => void }

/** Refusals that number, code or the digits of a picture may mend. */
const isMendable = (error: unknown) =>
  error instanceof ApiError && /^(not_found|picture_code_|too_many_attempts|invalid_request)/.test(error.code)

function Tracked({ ticket, onOpened, onClose }: Props) {
  const { track: say } = useRequestsWords()
  const picture = usePicture('tracking')
  const { afterFailure } = picture
  const query = useQuery(trackedQuery(ticket))
  const { error } = query
  const seen = useRef<Error | null>(null)
  useEffect(() => {
    if (error === seen.current) return
    seen.current = error
    if (error) afterFailure(error)
  }, [error, afterFailure])
  if (query.data === undefined && isMendable(error)) {
    return (
      <Page title={say.title} lead={say.lead}>
        <TrackingForm picture={picture} brought={ticket} refusal={error} onOpened={onOpened} />
      </Page>
    )
  }
  return (
    <Loaded query={query}>
      {(request) => <View ticket={ticket} request={request} picture={picture} onClose={onClose} />}
    </Loaded>
  )
}

type ViewProps = {
  ticket: Ticket
  request: RequestView
  picture: ReturnType<typeof usePicture>
  onClose: () => void
}

function View({ ticket, request, picture, onClose }: ViewProps) {
  const say = useRequestsWords()
  const queryClient = useQueryClient()
  const { isNew = false } = (useLocation().state ?? {}) as JustFiled
  const { queryKey } = trackedQuery(ticket)
  const { name } = say.kinds[request.kind]
  return (
    <Page
      title={say.request.title(name, request.number)}
      heading={isNew ? say.filed.title : name}
      lead={isNew && name}
    >
      <p className="back">
        <button type="button" className="quiet" onClick={onClose}>
          {say.track.other}
        </button>
      </p>
      {isVisited(request.kind) && (
        <TrackedVisits
          key={request.state}
          ticket={ticket}
          onChanged={() => void queryClient.invalidateQueries({ queryKey })}
        />
      )}
      <RequestDetails
        filed={{ code: ticket.code, request }}
        scope={{
          send: sendTracked(ticket, picture),
          onTaken: (changed) => queryClient.setQueryData(queryKey, changed),
          onStale: () => void queryClient.invalidateQueries({ queryKey }),
          files: trackedFiles(ticket),
          picture,
        }}
        isNew={isNew}
        isInCabinet={false}
      />
    </Page>
  )
}

/** A picture of its own: each answer counts once, and that of the words below is another. */
function TrackedVisits({ ticket, onChanged }: { ticket: Ticket; onChanged: () => void }) {
  const picture = usePicture('tracking')
  return <VisitPanel scope={trackedVisits(ticket, picture)} onChanged={onChanged} />
}
