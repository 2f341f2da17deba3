import { useQuery } from '@tanstack/react-query'
import { RegistriesMenu } from '../../features/staff-registries/registries-menu.tsx'
import { StatementPane } from '../../features/staff-registries/statement-pane.tsx'
import { OrdersPane, OthersPane, TakenPane } from '../../features/staff-registries/statement-tables.tsx'
import { statementsQuery } from '../../features/staff-registries/statements.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** What came to our account by the bank's statement, beside the files of payments. */
export function StatementsPage() {
  const { statements: words } = useStaffWords().registries
  return (
    <Page title={words.title} lead={words.lead}>
      <RegistriesMenu />
      <StaffLoaded query={useQuery(statementsQuery)}>
        {({ statements, orders, others }) => (
          <div className="panes">
            <StatementPane />
            <OrdersPane orders={orders} />
            <OthersPane others={others} />
            <TakenPane statements={statements} />
          </div>
        )}
      </StaffLoaded>
    </Page>
  )
}
