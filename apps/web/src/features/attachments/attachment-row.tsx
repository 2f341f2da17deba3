import { useId } from 'react'
import { useAttachmentsWords } from '../../lib/attachments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import type { AttachmentItem, Phase } from './attachment-item.ts'

type Props = { item: AttachmentItem; onRemove: (key: string) => void; onRetry: (key: string) => void }

const MAX_PERCENT = 100

/** A file with how far it is, in words; what is wrong with it, and what to do next. */
export function AttachmentRow({ item, onRemove, onRetry }: Props) {
  const words = useAttachmentsWords()
  const { language } = useSpeech()
  const id = useId()
  const { key, name, phase } = item
  const bytes = phase.kind === 'done' ? phase.facts.bytes : item.bytes
  return (
    <li className={phase.kind}>
      <p className="attachment-name" id={id}>
        {phase.kind === 'done' ? phase.facts.name : name}{' '}
        <span className="attachment-size">{words.size(bytes, language)}</span>
      </p>
      <button
        type="button"
        className="quiet"
        id={`${id}-remove`}
        aria-labelledby={`${id}-remove ${id}`}
        onClick={() => onRemove(key)}
      >
        {words.remove}
      </button>
      <div className="attachment-state">
        <p className={phase.kind === 'refused' ? 'fault' : 'hint'}>{inWords(phase, words)}</p>
        {phase.kind === 'sending' && (
          <progress max={MAX_PERCENT} value={phase.share * MAX_PERCENT} aria-labelledby={id} />
        )}
        {phase.kind === 'stopped' && (
          <button type="button" className="quiet" onClick={() => onRetry(key)} aria-describedby={id}>
            {words.retry}
          </button>
        )}
      </div>
    </li>
  )
}

function inWords(phase: Phase, words: ReturnType<typeof useAttachmentsWords>): string {
  if (phase.kind === 'refused') return words.faults[phase.fault]
  if (phase.kind === 'sending') return words.sending(Math.round(phase.share * MAX_PERCENT))
  return words.phases[phase.kind]
}
