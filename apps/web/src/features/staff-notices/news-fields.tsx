import type { NewsText } from '@rodnik/contract/staff-news'
import { typedMoment } from '../../lib/city-moment.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Mark } from '../../ui/staff/mark.tsx'
import { TextArea } from '../../ui/text-area.tsx'

type Props = { news: NewsText | null; timeZone: string; faults: Faults }

export function NewsFields({ news, timeZone, faults }: Props) {
  const { form: words } = useStaffWords().newsDesk
  const moment = (instant: string | null | undefined) => (instant ? typedMoment(instant, timeZone) : '')
  return (
    <>
      <Texts news={news} faults={faults} />
      <Mark type="checkbox" name="isPinned" label={words.isPinned} defaultChecked={news?.isPinned ?? false} />
      <Field
        label={words.publishFrom}
        hint={words.fromHint}
        name="publishFrom"
        type="datetime-local"
        defaultValue={moment(news?.publishFrom)}
      />
      <Field
        label={words.publishUntil}
        hint={words.untilHint}
        name="publishUntil"
        type="datetime-local"
        defaultValue={moment(news?.publishUntil)}
        fault={faults['publishUntil']}
      />
    </>
  )
}

function Texts({ news, faults }: Omit<Props, 'timeZone'>) {
  const { form: words } = useStaffWords().newsDesk
  const title = (name: 'titleRu' | 'titleEn', known: string | undefined) => (
    <Field
      label={words[name]}
      name={name}
      maxLength={160}
      autoComplete="off"
      defaultValue={known}
      fault={faults[name]}
    />
  )
  const body = (name: 'bodyRu' | 'bodyEn', known: string | undefined) => (
    <TextArea
      label={words[name]}
      hint={words.bodyHint}
      name={name}
      maxLength={10_000}
      defaultValue={known}
      fault={faults[name]}
    />
  )
  return (
    <>
      {title('titleRu', news?.title.ru)}
      {title('titleEn', news?.title.en)}
      {body('bodyRu', news?.body.ru)}
      {body('bodyEn', news?.body.en)}
    </>
  )
}
