import type { Office } from '@rodnik/contract/offices'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { NotFound } from '../../ui/not-found.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { officesQuery } from './appointments.queries.ts'
import { stepAddress } from './step-address.ts'
import { BackLink, type StepProps } from './step-frame.tsx'

/** What about. */
export function TopicStep({ scope, chosen }: StepProps) {
  const query = useQuery(officesQuery)
  return (
    <Loaded query={query}>
      {({ offices }) => {
        const office = offices.find(({ id }) => id === chosen.officeId)
        return office ? <Topics scope={scope} chosen={chosen} office={office} /> : <NotFound />
      }}
    </Loaded>
  )
}

function Topics({ scope, chosen, office }: StepProps & { office: Office }) {
  const { steps } = useAppointmentsWords()
  const { language } = useSpeech()
  const { topic: say } = steps
  const offered = office.topics.filter(({ isForGuests }) => isForGuests || scope !== 'guest')
  return (
    <Page title={say.title} lead={say.lead}>
      <BackLink to={stepAddress(scope, { ...chosen, officeId: undefined })} label={steps.back} />
      {offered.length === 0 && <Notice kind="info" title={say.none} />}
      <ul className="ways narrow">
        {offered.map((topic) => (
          <li key={topic.id}>
            <Link to={stepAddress(scope, { ...chosen, topicId: topic.id })}>
              <b>{topic.name[language]}</b>
              <span>{say.minutes(topic.minutes)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {offered.length < office.topics.length && <p className="hint narrow">{say.onlyProfile}</p>}
    </Page>
  )
}
