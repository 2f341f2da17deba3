import { useState } from 'react'
import { useDocumentsWords } from '../../lib/documents-words.ts'
import { Field } from '../../ui/field.tsx'

type Props = { accountId: string; today: string }

/** A reconciliation statement of any days; from the first of January unless told. */
export function ReconciliationPane({ accountId, today }: Props) {
  const { reconciliation: say } = useDocumentsWords()
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today)
  const isRight = from !== '' && to !== '' && from <= to
  const at = `/api/v1/my/accounts/${accountId}/reconciliation/act`
  const days = `?from=${from}&to=${to}`
  return (
    <section className="card" aria-labelledby="reconciliation">
      <h2 id="reconciliation">{say.title}</h2>
      <p className="hint">{say.text}</p>
      <div className="days">
        <Field
          label={say.from}
          name="from"
          type="date"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Field
          label={say.to}
          name="to"
          type="date"
          value={to}
          fault={isRight ? undefined : say.wrong}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {isRight && (
        <p className="actions">
          <a className="button" href={`${at}.pdf${days}`} download>
            {say.pdf}
          </a>
          <a className="button quiet" href={`${at}.xlsx${days}`} download>
            {say.xlsx}
          </a>
        </p>
      )}
    </section>
  )
}
