import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { documentsQuery } from '../../features/documents/documents.queries.ts'
import { MonthPapers } from '../../features/documents/month-papers.tsx'
import { ReconciliationPane } from '../../features/documents/reconciliation-pane.tsx'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useDocumentsWords } from '../../lib/documents-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/bills.css'
import '../../ui/styles/history.css'
import '../../ui/styles/documents.css'

/** The papers of an organisation's account. */
export function DocumentsPage() {
  const { accountId = '' } = useParams()
  const query = useQuery(documentsQuery(accountId))
  const say = useDocumentsWords()
  const { format } = useSpeech()
  return (
    <Loaded query={query}>
      {({ account, contract, months, today }) => (
        <Page
          title={say.title}
          lead={[
            say.account(accountNumberOnPaper(account.number)),
            ...(contract
              ? [
                  say.contract(
                    contract.number,
                    contract.signedOn === null ? '' : format.date(contract.signedOn),
                  ),
                ]
              : []),
          ].join('. ')}
        >
          <p className="actions back">
            <Link to={`/my/accounts/${accountId}`}>{say.back}</Link>
          </p>
          <div className="panes history">
            <MonthPapers accountId={accountId} months={months} />
            <ReconciliationPane accountId={accountId} today={today} />
          </div>
        </Page>
      )}
    </Loaded>
  )
}
