import { useQuery } from '@tanstack/react-query'
import { officesQuery } from '../features/appointments/appointments.queries.ts'
import { OfficeCard } from '../features/appointments/office-card.tsx'
import { useAppointmentsWords } from '../lib/appointments-words.ts'
import { useSession } from '../lib/session.queries.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/appointments.css'

/** Where one can come; open to everybody. */
export function OfficesPage() {
  const { offices: say } = useAppointmentsWords()
  const query = useQuery(officesQuery)
  const session = useSession()
  const isPerson = session !== undefined && session !== null && session.kind !== 'staff'
  return (
    <Loaded query={query}>
      {({ offices, now }) => (
        <Page title={say.title} lead={offices.length > 0 ? say.lead : say.empty}>
          <div className="offices">
            {offices.map((office) => (
              <OfficeCard
                key={office.id}
                office={office}
                now={now}
                bookAt={isPerson ? '/my' : `/cabinet/appointments/new/${office.id}`}
              />
            ))}
          </div>
        </Page>
      )}
    </Loaded>
  )
}
