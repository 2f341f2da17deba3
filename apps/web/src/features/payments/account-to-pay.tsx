import type { AccountToPay as Account } from '@rodnik/contract/payments'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { usePaymentsWords } from '../../lib/payments-words.ts'
import { scaledText } from '../../lib/typed-number.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { PaidLately } from './paid-lately.tsx'
import { debtOf, type TypedPart } from './typed-payment.ts'

type Props = {
  account: Account
  part: TypedPart
  fault: string | undefined
  /** One of several: it can be left out. */
  isOneOfSeveral: boolean
  onChange: (to: Partial<TypedPart>) => void
}

/** What is owed for an account, what was paid lately, and how much to pay now. */
export function AccountToPay({ account, part, fault, isOneOfSeveral, onChange }: Props) {
  const say = usePaymentsWords()
  const title = say.account(accountNumberOnPaper(account.number))
  return (
    <section className="card" aria-label={title}>
      {isOneOfSeveral ? (
        <Choice
          type="checkbox"
          label={<b>{title}</b>}
          checked={part.isChosen}
          onChange={({ target }) => onChange({ isChosen: target.checked })}
        />
      ) : (
        <h2>{title}</h2>
      )}
      <Owed account={account} />
      <PaidLately account={account} />
      {part.isChosen && <HowMuch account={account} part={part} fault={fault} onChange={onChange} />}
    </section>
  )
}

function Owed({ account: { owed } }: { account: Account }) {
  const say = usePaymentsWords()
  const { money } = useBillFormat()
  return (
    <>
      <p className="owed">
        <span>{say.owed}</span> <b className="sum">{money(owed.toPayKopecks)}</b>
      </p>
      {owed.advanceLeftKopecks > 0 && <p>{say.advance(money(owed.advanceLeftKopecks))}</p>}
      {owed.toPayKopecks === 0 && owed.advanceLeftKopecks === 0 && <p>{say.nothingOwed}</p>}
    </>
  )
}

function HowMuch({ account, part, fault, onChange }: Pick<Props, 'account' | 'part' | 'fault' | 'onChange'>) {
  const say = usePaymentsWords()
  const { money } = useBillFormat()
  const { penaltyKopecks } = account.owed
  const { language } = useSpeech()
  const written = (kopecks: number) =>
    kopecks === 0 ? '' : scaledText(kopecks, { digits: 2, least: 2, point: language === 'ru' ? ',' : '.' })
  return (
    <>
      <Field
        label={say.sum}
        name={`sum-${account.number}`}
        hint={say.sumHint}
        fault={fault}
        inputMode="decimal"
        autoComplete="off"
        value={part.sum ?? written(debtOf(account))}
        onChange={({ target }) => onChange({ sum: target.value })}
      />
      {penaltyKopecks > 0 && (
        <Choice
          type="checkbox"
          label={say.penalties(money(penaltyKopecks))}
          checked={part.withPenalties}
          onChange={({ target }) => onChange({ withPenalties: target.checked })}
        />
      )}
    </>
  )
}
