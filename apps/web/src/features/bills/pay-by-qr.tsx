import { qrBytes } from '@rodnik/domain/receipts/receipt-qr'
import { useQuery } from '@tanstack/react-query'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { paymentCodeQuery } from './receipt.queries.ts'

/** The code that a bank's app reads off the screen, and what to press in the app. */
export function PayByQr({ accountId }: { accountId: string | null }) {
  const { data, error } = useQuery(paymentCodeQuery(accountId))
  const { qr: say } = useBillsWords()
  const { money } = useBillFormat()
  if (error) return <SaidFailure error={error} />
  if (!data) return <div className="pay-by-qr" aria-busy="true" />
  if (!data.code) return <p>{say.nothing}</p>
  const sum = money(data.code.sumKopecks)
  return (
    <div className="pay-by-qr">
      <QrCode content={qrBytes(data.code.text)} label={say.label(sum)} />
      <div>
        <p>
          <b>{say.sum(sum)}</b>
        </p>
        <ol>
          {say.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="hint">{say.samePhone}</p>
      </div>
    </div>
  )
}
