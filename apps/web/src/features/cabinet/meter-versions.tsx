import type { Cabinet } from '@rodnik/contract/cabinet'
import type { Meter } from '@rodnik/contract/meters'
import { Link } from 'react-router'
import { useCabinetScope } from '../../lib/cabinet-scope.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'

/** What was sent this month, the replaced versions included: nothing disappears. */
export function MeterVersions({ meter, cabinet: { versions, window } }: { meter: Meter; cabinet: Cabinet }) {
  const { words, format } = useSpeech()
  const { cabinet } = words
  const timeZone = useSite()?.timeZone
  const { home } = useCabinetScope()
  const own = versions.filter((version) => version.meterId === meter.id)
  const counting = own.find((version) => version.state === 'accepted')
  if (own.length === 0) return null
  return (
    <div className="versions">
      {counting && (
        <p>
          <b>
            {cabinet.already(
              format.volume(counting.valueLitres, meter.fractionDigits),
              format.month(window.period),
            )}
            .
          </b>{' '}
          {window.isOpen && cabinet.replaceable}
        </p>
      )}
      <details>
        <summary>{cabinet.versions}</summary>
        <ul>
          {own.map((version) => {
            const state =
              version === counting ? 'counts' : version.state === 'accepted' ? 'replaced' : version.state
            return (
              <li key={`${version.recordedAt} ${version.valueLitres}`}>
                {format.volume(version.valueLitres, meter.fractionDigits)},{' '}
                {format.moment(version.recordedAt, timeZone)}
                {': '}
                {cabinet.versionState[state]}
                {version.submissionNumber !== null && (
                  <>
                    {', '}
                    <Link className="nowrap" to={`${home}/submissions/${version.submissionNumber}`}>
                      № {version.submissionNumber}
                    </Link>
                  </>
                )}
              </li>
            )
          })}
        </ul>
      </details>
    </div>
  )
}
