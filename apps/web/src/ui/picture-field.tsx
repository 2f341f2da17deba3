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

/** Digits in a picture, or the device's work in their place. */
export function PictureField({ picture, fault, why }: Props) {
  const { words } = useSpeech()
  const { isByDevice } = picture
  return (
    <div className="picture">
      <p className="hint">{why ?? words.picture.why}</p>
      {!isByDevice && <Digits picture={picture} fault={fault} />}
      {isByDevice && !picture.isDeviceDone && fault && <p className="fault">{fault}</p>}
      <p className="hint">
        <output>{deviceWords(picture, words.picture)}</output>
      </p>
      {/* One button for both ways, so that the focus stays when its words change. */}
      <button
        type="button"
        className="quiet"
        onClick={isByDevice ? picture.showDigits : picture.letDeviceReckon}
      >
        {isByDevice ? words.picture.showDigits : words.picture.cannotSee}
      </button>
    </div>
  )
}

function deviceWords(picture: Picture, words: { reckoning: string; reckoned: string; notReckoned: string }) {
  if (picture.isDeviceDone) return words.reckoned
  if (picture.isByDevice) return words.reckoning
  return picture.hasDeviceFailed ? words.notReckoned : ''
}

/** The frame keeps its size while the picture loads. */
function Digits({ picture, fault }: Omit<Props, 'why'>) {
  const { words } = useSpeech()
  const frameRef = useRef<HTMLDivElement>(null)
  const pictureId = picture.data?.id

  // The digits of the last picture do not fit a new one. Only they go: the field stays, and with it the focus.
  useEffect(() => {
    const input = frameRef.current?.querySelector('input')
    if (input && pictureId !== undefined) input.value = ''
  }, [pictureId])

  return (
    <div ref={frameRef}>
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
