import type { LogEntry } from '@rodnik/contract/helpers'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'
import type { AccountsWords } from '../../locales/ru/accounts.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { logQuery } from './helpers.queries.ts'

/** What has been done with an account, for its owner. */
export function AccountLog({ accountId }: { accountId: string }) {
  const { log: say } = useAccountsWords()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    logQuery(accountId),
  )
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <section className="card narrow" aria-labelledby="log" aria-busy={!data && !error}>
      <h2 id="log">{say.title}</h2>
      <SaidFailure error={error} />
      {data && entries.length === 0 && <p className="hint">{say.empty}</p>}
      {entries.length > 0 && (
        <ul className="rows" aria-label={say.title}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} accountId={accountId} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button
          type="button"
          className="quiet"
          aria-disabled={isFetchingNextPage}
          onClick={() => !isFetchingNextPage && void fetchNextPage()}
        >
          {say.more}
        </button>
      )}
    </section>
  )
}

function deedOf({ action, by, isAllowed }: LogEntry, { log }: AccountsWords): string {
  if (action === 'accountless.switched') return isAllowed ? log.allowed : log.forbidden
  return by === 'you' ? log.yours[action] : log.actions[action]
}

function Entry({ entry, accountId }: { entry: LogEntry; accountId: string }) {
  const words = useAccountsWords()
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  const named = entry.by === 'program' ? words.log.program : words.log.helper
  const who = entry.byName === null ? words.log.by[entry.by] : named(entry.byName)
  return (
    <li>
      <b>{who}</b>: {deedOf(entry, words)}
      {entry.whom !== null && ` (${entry.whom})`}
      {entry.submissionNumber !== null && (
        <>
          {', '}
          <Link className="nowrap" to={`/my/accounts/${accountId}/submissions/${entry.submissionNumber}`}>
            № {entry.submissionNumber}
          </Link>
        </>
      )}
      <p className="hint">{format.moment(entry.at, timeZone)}</p>
    </li>
  )
}
