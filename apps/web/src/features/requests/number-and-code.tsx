import type { RequestFiled } from '@rodnik/contract/requests'
import { useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { inLanguage } from '../../lib/languages.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'

type Props = {
  filed: RequestFiled
  /** It has just been taken: this is what to remember. */
  isNew: boolean
  /** Where it is found after signing in; not where nobody signs in. */
  isInCabinet: boolean
}

/** What opens a request without signing in, to be copied and printed. */
export function NumberAndCode({ filed: { code, request }, isNew, isInCabinet }: Props) {
  const { language } = useSpeech()
  const { filed: say } = useRequestsWords()
  const address = location.host + inLanguage(language, '/request')
  return (
    <section className={isNew ? 'card access-card is-new' : 'card access-card'} aria-label={say.access}>
      {isNew ? null : <h2>{say.access}</h2>}
      <p>
        {say.number} <strong className="number">{request.number}</strong>
      </p>
      <p>
        {say.code} <strong className="number">{code}</strong>
      </p>
      <p>{say.keep}</p>
      <div>
        <p className="strong-line">{say.where}</p>
        <ul>
          {isInCabinet && <li>{say.inCabinet}</li>}
          <li>
            {say.byCode} <span className="long">{address}</span>
          </li>
        </ul>
      </div>
      <div className="actions">
        <CopyButton text={say.copyText(request.number, code)} />
        <button type="button" className="quiet" onClick={() => print()}>
          {say.print}
        </button>
      </div>
    </section>
  )
}

function CopyButton({ text }: { text: string }) {
  const { filed: say } = useRequestsWords()
  const [isCopied, setIsCopied] = useState(false)
  // Without a secure connection there is no clipboard; both can still be selected and printed.
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    )
  return (
    <>
      <button type="button" className="quiet" onClick={copy}>
        {say.copy}
      </button>
      <output>{isCopied && say.copied}</output>
    </>
  )
}
