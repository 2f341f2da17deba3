import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { Notice } from '../../ui/notice.tsx'
import type { LetterPurpose } from './entrance.queries.ts'
import { LetterForm } from './letter-form.tsx'

const WAIT_SECONDS = 60

type Props = { email: string; purpose: LetterPurpose; onOther: () => void }

/** Where the letter went, what to do when nothing comes, and another one after a minute. */
export function LetterSent({ email, purpose, onOther }: Props) {
  const { sent, forgot } = useEntranceWords()
  const [count, setCount] = useState(1)
  return (
    <div className="narrow sent-page">
      <div className="card sent">
        {/* An address may be long: it breaks where it must. */}
        <p>
          {sent.to} <b className="address">{email}</b>.
        </p>
        <p>{sent[purpose === 'activation' ? 'activate' : 'reset']}</p>
      </div>
      {count > 1 && (
        <Notice kind="ok" isUrgent>
          <p>{sent.againDone}</p>
        </Notice>
      )}
      <h2>{sent.nothing}</h2>
      <ul className="tips">
        {sent.tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
        {purpose === 'activation' ? (
          <li>
            {sent.registered} <Link to="/forgot">{sent.toForgot}</Link>.
          </li>
        ) : (
          <li>
            {forgot.business} <Link to="/business">{forgot.businessLink}</Link>.
          </li>
        )}
      </ul>
      <Again key={count} email={email} purpose={purpose} onSent={() => setCount(count + 1)} />
      <p>
        <button type="button" className="tool" onClick={onOther}>
          {sent.otherAddress}
        </button>
      </p>
    </div>
  )
}

function Again({ email, purpose, onSent }: { email: string; purpose: LetterPurpose; onSent: () => void }) {
  const { sent } = useEntranceWords()
  const [left, setLeft] = useState(WAIT_SECONDS)
  useEffect(() => {
    if (left === 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  if (left > 0) return <p className="hint">{sent.againIn(left)}</p>
  return <LetterForm purpose={purpose} button={sent.again} email={email} onSent={onSent} />
}
