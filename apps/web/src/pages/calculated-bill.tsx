import type { BilledMeterName } from '@rodnik/contract/bills'
import type { MonthCharge } from '@rodnik/contract/charges'
import { serviceBills } from '@rodnik/domain/billing/service-bills'
import { BilledMeters } from '../features/bills/billed-meters.ts'
import { ServiceBlock } from '../features/bills/service-block.tsx'
import { useCalculatorWords } from '../lib/calculator-words.ts'
import { useBillFormat } from '../lib/use-bill-format.ts'

/** The imagined meters bear the names of their water. */
const METERS: BilledMeterName[] = (['cold', 'hot'] as const).map((service) => ({
  id: service,
  service,
  serial: '',
  place: '',
}))

type Props = { period: string; charged: Extract<MonthCharge, { ok: true }>; overKopecks: number }

/** The sum, and each line of it as the bill would explain it. */
export function CalculatedBill({ period, charged: { lines, totalKopecks }, overKopecks }: Props) {
  const { result: say } = useCalculatorWords()
  const { month, money } = useBillFormat()
  return (
    <BilledMeters value={METERS}>
      <div className="card calculated" role="status">
        <p>{say.of(month(period))}</p>
        <p className="sum">{money(totalKopecks)}</p>
        {overKopecks > 0 && <p>{say.more(money(overKopecks))}</p>}
        {overKopecks < 0 && <p>{say.less(money(-overKopecks))}</p>}
      </div>
      <div className="bill calculated-lines">
        <p>{say.lines}</p>
        {serviceBills(lines).map((service) => (
          <ServiceBlock key={service.service} bill={service} />
        ))}
        <p className="hint">{say.note}</p>
      </div>
    </BilledMeters>
  )
}
