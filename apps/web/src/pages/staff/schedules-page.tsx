import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { officeListQuery, topicsQuery } from '../../features/staff-schedules/schedules.queries.ts'
import { TopicsPane } from '../../features/staff-schedules/topics-pane.tsx'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** The offices and the topics, each with the way to change it. */
export function SchedulesPage() {
  const { schedules: words } = useStaffWords()
  const { language } = useSpeech()
  const topics = useQuery(topicsQuery)
  const offices = useQuery(officeListQuery)
  return (
    <StaffLoaded query={topics}>
      {({ topics: allTopics }) => (
        <StaffLoaded query={offices}>
          {({ offices: all }) => (
            <Page title={words.title} lead={words.lead}>
              <div className="panes">
                <Pane title={words.offices} isWhole>
                  <ul className="office-list">
                    {all.map(({ id, name, isActive }) => (
                      <li key={id}>
                        <Link to={`/staff/schedules/${id}`}>{name[language]}</Link>{' '}
                        {!isActive && <span className="tag stop">{words.off}</span>}
                      </li>
                    ))}
                  </ul>
                  <p className="actions">
                    <Link className="button quiet" to="/staff/schedules/new">
                      {words.add}
                    </Link>
                  </p>
                </Pane>
                <TopicsPane topics={allTopics} />
              </div>
            </Page>
          )}
        </StaffLoaded>
      )}
    </StaffLoaded>
  )
}
