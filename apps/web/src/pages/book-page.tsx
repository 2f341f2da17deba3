import { useParams, useSearchParams } from 'react-router'
import type { BookerScope } from '../features/appointments/appointments.queries.ts'
import { DayStep } from '../features/appointments/day-step.tsx'
import { OfficeStep } from '../features/appointments/office-step.tsx'
import { chosenIn } from '../features/appointments/step-address.ts'
import { SureStep } from '../features/appointments/sure-step.tsx'
import { TimeStep } from '../features/appointments/time-step.tsx'
import { TopicStep } from '../features/appointments/topic-step.tsx'
import '../ui/styles/accounts.css'
import '../ui/styles/appointments.css'

export const GuestBookPage = () => <BookPage scope="guest" />

export function MyBookPage() {
  const { accountId = '' } = useParams()
  return <BookPage scope={{ accountId }} />
}

/** One question a page; what has been answered is in the address. */
function BookPage({ scope }: { scope: BookerScope }) {
  const { '*': path = '' } = useParams()
  const [asked] = useSearchParams()
  const chosen = chosenIn(path, asked)
  if (!chosen.officeId) return <OfficeStep scope={scope} chosen={chosen} />
  if (!chosen.topicId) return <TopicStep scope={scope} chosen={chosen} />
  if (!chosen.day) return <DayStep scope={scope} chosen={chosen} />
  if (!chosen.startsAt) return <TimeStep scope={scope} chosen={chosen} />
  return <SureStep scope={scope} chosen={chosen} />
}
