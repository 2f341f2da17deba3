import { MAX_VISIT_PHOTOS } from '@rodnik/contract/field-visits'
import { type ChangeEvent, useId, useState } from 'react'
import { forgetPhoto, keepPhoto } from '../../lib/field-store.ts'
import { useFieldWords } from '../../lib/field-words.ts'
import { newKey } from '../../lib/new-key.ts'
import { shrunk } from '../../lib/shrink.ts'
import type { PhotoDraft } from './draft.ts'
import { smallPicture } from './small-picture.ts'

type Props = { photos: readonly PhotoDraft[]; onChange: (photos: PhotoDraft[]) => void }

/** Photos stay on the phone until the record is sent: they are made small first, and go after it. */
export function PhotosPart({ photos, onChange }: Props) {
  const id = useId()
  const { form } = useFieldWords()
  const [isBusy, setIsBusy] = useState(false)

  async function take(files: File[]) {
    setIsBusy(true)
    const taken: PhotoDraft[] = []
    for (const file of files.slice(0, MAX_VISIT_PHOTOS - photos.length)) {
      const key = newKey()
      await keepPhoto(key, await shrunk(file))
      taken.push({ key, takenAt: new Date().toISOString(), picture: await smallPicture(file) })
    }
    setIsBusy(false)
    onChange([...photos, ...taken])
  }

  const onFiles = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])]
    // The same photo can be chosen again after it was removed.
    target.value = ''
    void take(files)
  }

  const remove = (key: string) => {
    void forgetPhoto(key)
    onChange(photos.filter((photo) => photo.key !== key))
  }

  return (
    <fieldset className="card">
      <legend>{form.photos}</legend>
      <p className="hint" id={`${id}-hint`}>
        {form.photosHint}
      </p>
      <Taken photos={photos} onRemove={remove} />
      <label className="button quiet" htmlFor={id} aria-disabled={isBusy}>
        {form.addPhoto}
        <input
          id={id}
          className="sr"
          type="file"
          accept="image/*"
          multiple
          disabled={isBusy || photos.length >= MAX_VISIT_PHOTOS}
          aria-describedby={`${id}-hint`}
          onChange={onFiles}
        />
      </label>
    </fieldset>
  )
}

type TakenProps = { photos: readonly PhotoDraft[]; onRemove: (key: string) => void }

function Taken({ photos, onRemove }: TakenProps) {
  const { form } = useFieldWords()
  if (photos.length === 0) return null
  return (
    <ul className="field-photos">
      {photos.map(({ key, picture }, i) => (
        <li key={key}>
          <img src={picture} alt={form.photo(i + 1)} />
          <button type="button" className="quiet" onClick={() => onRemove(key)}>
            {form.removePhoto(i + 1)}
          </button>
        </li>
      ))}
    </ul>
  )
}
