import { useSpeech } from '../lib/language.tsx'
import { useSite } from '../lib/site.queries.ts'
import { Blank } from './skeleton.tsx'

/** The phone as a link that dials. */
export function CallLink({ className, isButton = false }: { className?: string; isButton?: boolean }) {
  const { words } = useSpeech()
  const phone = useSite()?.phone
  if (phone === undefined) {
    return (
      <span className={className}>
        <Blank width="9ch" />
      </span>
    )
  }
  return (
    <a
      className={className}
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      aria-label={isButton ? undefined : words.phoneLabel(phone)}
    >
      <span>
        {isButton && `${words.call} `}
        <span className="nowrap">{phone}</span>
      </span>
    </a>
  )
}
