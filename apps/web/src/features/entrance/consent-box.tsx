import { useId } from 'react'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { inLanguage } from '../../lib/languages.ts'

/** Consent on its own, never ticked beforehand; the document opens beside, so nothing typed is lost. */
export function ConsentBox({ fault }: { fault: string | undefined }) {
  const { register } = useEntranceWords()
  const { language } = useSpeech()
  const id = useId()
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          name="consent"
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? id : undefined}
        />
        <span>
          {register.consentBefore}{' '}
          <a href={inLanguage(language, '/consent')} target="_blank" rel="noreferrer">
            {register.consentLink}
            <span className="sr">{register.newTab}</span>
          </a>
        </span>
      </label>
      {fault && (
        <p className="fault" id={id}>
          {fault}
        </p>
      )}
    </div>
  )
}
