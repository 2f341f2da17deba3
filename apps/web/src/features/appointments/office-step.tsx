import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { officesQuery } from './appointments.queries.ts'
import { OfficeState } from './office-state.tsx'
import { listAddress, stepAddress } from './step-address.ts'
import { BackLink, type StepProps } from './step-frame.tsx'

/** Where to come. */
export function OfficeStep({ scope, chosen }: StepProps) {
  const { steps, offices } = useAppointmentsWords()
  const { language } = useSpeech()
  const query = useQuery(officesQuery)
  return (
    <Loaded query={query}>
      {({ offices: all, now }) => (
        <Page title={steps.office.title} lead={all.length > 0 ? steps.office.lead : offices.empty}>
          <BackLink to={listAddress(scope)} label={steps.toList} />
          <ul className="ways narrow">
            {all.map((office) => (
              <li key={office.id}>
                <Link to={stepAddress(scope, { ...chosen, officeId: office.id })}>
                  <b>{office.name[language]}</b>
                  <span>{office.address[language]}</span>
                  <br />
                  <OfficeState office={office} now={now} />
                </Link>
              </li>
            ))}
          </ul>
        </Page>
      )}
    </Loaded>
  )
}
