import type { Consumption } from '@rodnik/contract/consumption'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { ForecastPane } from '../../features/water/forecast-pane.tsx'
import { HousePane } from '../../features/water/house-pane.tsx'
import { LeakPane } from '../../features/water/leak-pane.tsx'
import { NightTest } from '../../features/water/night-test.tsx'
import { VerificationPane } from '../../features/water/verification-pane.tsx'
import { consumptionQuery } from '../../features/water/water.queries.ts'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useWaterWords } from '../../lib/water-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/bills.css'
import '../../ui/styles/water.css'

/** Understanding one's water: what it will cost, how it compares, whether it leaks, when meters are due. */
export function WaterPage() {
  const { accountId = '' } = useParams()
  const query = useQuery(consumptionQuery(accountId))
  return (
    <Loaded query={query}>
      {(consumption) => <Water key={accountId} accountId={accountId} {...consumption} />}
    </Loaded>
  )
}

function Water({ accountId, number, ...known }: Consumption & { accountId: string }) {
  const say = useWaterWords()
  return (
    <Page title={say.title} lead={say.account(accountNumberOnPaper(number))}>
      <p className="actions back">
        <Link to={`/my/accounts/${accountId}`}>{say.back}</Link>
        <Link to={`/my/accounts/${accountId}/history`}>{say.history}</Link>
      </p>
      <div className="panes water">
        <ForecastPane period={known.period} forecast={known.forecast} />
        <LeakPane meters={known.meters} />
        <NightTest accountId={accountId} meters={known.meters} />
        <HousePane house={known.house} />
        <VerificationPane accountId={accountId} meters={known.meters} delayKopecks={known.delayKopecks} />
      </div>
    </Page>
  )
}
