import type { ReactNode } from 'react'

type Props = {
  /** None: the page asks for it in another way. */
  address?: string | undefined
  className?: string
  onPress: () => void
  children: ReactNode
}

/** A file to keep. It is asked for by the page first, so that a session is renewed and a refusal said in words. */
export function FileLink({ address, className, onPress, children }: Props) {
  if (address === undefined) {
    return (
      <button type="button" className={className ?? 'as-link'} onClick={onPress}>
        {children}
      </button>
    )
  }
  return (
    <a
      className={className}
      href={address}
      download
      onClick={(event) => {
        event.preventDefault()
        onPress()
      }}
    >
      {children}
    </a>
  )
}
