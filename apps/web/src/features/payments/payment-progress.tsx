import type { PaymentView } from '@rodnik/contract/payments'
import { Link } from 'react-router'
import { usePaymentsWords } from '../../lib/payments-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Notice } from '../../ui/notice.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { PaymentFacts } from './payment-facts.tsx'

type Props = { payment: PaymentView; home: { pay: string; bill: string } }

/** What has become of a payment, and the one thing to do now. */
export function PaymentProgress({ payment, home }: Props) {
  const { page: say } = usePaymentsWords()
  if (payment.state === 'paid') return <Paid payment={payment} home={home} />
  if (payment.state === 'failed' || payment.state === 'expired') {
    return (
      <div className="narrow payment">
        <Notice kind={payment.state === 'failed' ? 'stop' : 'warn'} isUrgent>
          <p>{say[payment.state]}</p>
        </Notice>
        <PaymentFacts payment={payment} />
        <p className="actions">
          <Link className="button" to={home.pay}>
            {say.again}
          </Link>
        </p>
      </div>
    )
  }
  return (
    <div className="narrow payment">
      {payment.isAcquirerSilent && (
        <Notice kind="warn" title={say.silent.title} isUrgent>
          <p>{say.silent.text}</p>
        </Notice>
      )}
      {payment.qrText === null ? (
        <AtTheBank payment={payment} />
      ) : (
        <BySbp payment={payment} link={payment.qrText} />
      )}
      <PaymentFacts payment={payment} />
    </div>
  )
}

function Paid({ payment, home }: Props) {
  const { page: say } = usePaymentsWords()
  const { money } = useBillFormat()
  return (
    <div className="narrow payment">
      <Notice kind="ok" isUrgent>
        <p>{say.paid}</p>
        {payment.advanceKopecks > 0 && <p>{say.advance(money(payment.advanceKopecks))}</p>}
      </Notice>
      <PaymentFacts payment={payment} />
      <p className="actions screen-only">
        <Link className="button" to={home.bill}>
          {say.toBill}
        </Link>
        <button type="button" className="quiet" onClick={() => window.print()}>
          {say.print}
        </button>
      </p>
    </div>
  )
}

function AtTheBank({ payment }: { payment: PaymentView }) {
  const { page: say } = usePaymentsWords()
  const { moment } = useCityTime()
  return (
    <section className="card" aria-busy="true">
      <p>{say.waiting}</p>
      {payment.payUrl !== null && (
        <>
          <h2>{say.notYet}</h2>
          <p className="actions">
            <a className="button" href={payment.payUrl}>
              {say.toBank}
            </a>
          </p>
          <p className="hint">{say.until(moment(payment.expiresAt))}</p>
        </>
      )}
    </section>
  )
}

/** On a computer the code is read off the screen; on a phone the same link opens the bank's app. */
function BySbp({ payment, link }: { payment: PaymentView; link: string }) {
  const { page: say } = usePaymentsWords()
  const { money } = useBillFormat()
  const { moment } = useCityTime()
  return (
    <section className="card" aria-busy="true">
      <div className="pay-by-qr">
        <QrCode content={link} label={say.sbpLabel(money(payment.amountKopecks))} />
        <ol>
          {say.sbpSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <p>{say.samePhone}</p>
      <p className="actions">
        <a className="button" href={link} target="_blank" rel="noreferrer">
          {say.sbpOpen}
        </a>
      </p>
      <p className="hint">{say.until(moment(payment.expiresAt))}</p>
    </section>
  )
}
