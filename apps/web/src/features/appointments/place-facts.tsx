import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import type { PlaceProps } from './step-frame.tsx'

type Props = { place: PlaceProps; startsAt: string; was?: string | undefined }

/** When, where, what about and with what in hand. */
export function PlaceFacts({ place, startsAt, was }: Props) {
  const { sure: say } = useAppointmentsWords().steps
  const { language } = useSpeech()
  const { office, topic } = place
  const { whole } = useOfficeTime(office.timeZone)
  const bring = topic.bring[language]
  return (
    <dl className="appointment-facts">
      {was !== undefined && (
        <div>
          <dt>{say.was}</dt>
          <dd>
            <s>{whole(was)}</s>
          </dd>
        </div>
      )}
      <div>
        <dt>{say.when}</dt>
        <dd className="when">{whole(startsAt)}</dd>
      </div>
      <div>
        <dt>{say.where}</dt>
        <dd>
          {office.name[language]}, {office.address[language]}
        </dd>
      </div>
      <div>
        <dt>{say.topic}</dt>
        <dd>{topic.name[language]}</dd>
      </div>
      {bring !== '' && (
        <div>
          <dt>{say.bring}</dt>
          <dd>{bring}</dd>
        </div>
      )}
    </dl>
  )
}
