import type { Proof } from '@rodnik/contract/my-accounts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BillDrawing } from './bill-drawing.tsx'
import { MeterDrawing } from './meter-drawing.tsx'
import { confirmedNameQuery } from './my-accounts.queries.ts'

export type Way = Proof['kind']

/** What the chosen way of proving asks for. */
export function WayFields({ way, faults }: { way: Way; faults: Faults }) {
  switch (way) {
    case 'receipt_code':
      return <CodeField fault={faults['code']} />
    case 'meter':
      return <MeterFields faults={faults} />
    case 'bill_amount':
      return <AmountField fault={faults['amount']} />
    case 'esia_name':
      return <ConfirmedName />
    default:
      return null
  }
}

function CodeField({ fault }: { fault: string | undefined }) {
  const { link } = useAccountsWords()
  return (
    <Field
      label={link.code}
      name="code"
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      fault={fault}
      hint={link.codeHint}
    />
  )
}

function MeterFields({ faults }: { faults: Faults }) {
  const { link } = useAccountsWords()
  return (
    <>
      <MeterDrawing />
      <Field
        label={link.serial}
        name="serial"
        autoComplete="off"
        maxLength={40}
        fault={faults['serial']}
        hint={link.serialHint}
      />
      <Field
        label={link.reading}
        name="reading"
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        fault={faults['reading']}
        hint={link.readingHint}
      />
      <p className="hint">{link.meterOnce}</p>
    </>
  )
}

function AmountField({ fault }: { fault: string | undefined }) {
  const { link } = useAccountsWords()
  return (
    <>
      <BillDrawing />
      <Field
        label={link.amount}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        maxLength={14}
        fault={fault}
        hint={link.amountHint}
      />
      <p className="hint">{link.amountOnce}</p>
    </>
  )
}

function ConfirmedName() {
  const { link } = useAccountsWords()
  const { data } = useQuery(confirmedNameQuery)
  if (!data) return null
  if (data.gosuslugiName !== null) return <p>{link.esiaReady(data.gosuslugiName)}</p>
  return (
    <Notice kind="info">
      <p>{link.esiaMissing}</p>
      <p>
        <Link to="/profile">{link.esiaToProfile}</Link>
      </p>
    </Notice>
  )
}
