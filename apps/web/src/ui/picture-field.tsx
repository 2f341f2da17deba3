import { useEffect, useRef } from 'react'
import { useSpeech } from '../lib/language.tsx'
import type { Picture } from '../lib/picture.queries.ts'
import { Field } from './field.tsx'

type Props = {
  picture: Picture
  fault: string | undefined
  /** Why the code is asked for, where it is not because of failed attempts. */
  why?: string
}

/** Digits in a picture. The frame keeps its size while it loads. */
export function PictureField({ picture, fault, why }: Props) {
  const { words } = useSpeech()
  const frameRef = useRef<HTMLDivElement>(null)
  const pictureId = picture.data?.id

  // The digits of the last picture do not fit a new one. Only they go: the field stays, and with it the focus.
  useEffect(() => {
    const input = frameRef.current?.querySelector('input')
    if (input && pictureId !== undefined) input.value = ''
  }, [pictureId])

  return (
    <div className="picture" ref={frameRef}>
      <p className="hint">{why ?? words.picture.why}</p>
      <div className="picture-row">
        <span className="picture-frame">
          {picture.data && <img src={picture.data.image} alt={words.picture.alt} width="240" height="80" />}
          {picture.isError && <span>{words.picture.failed}</span>}
        </span>
        <button type="button" className="quiet" onClick={picture.draw} disabled={picture.isPending}>
          {words.picture.other}
        </button>
      </div>
      <Field
        label={words.picture.label}
        name="picture"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        fault={fault}
      />
    </div>
  )
}
