import type { NewsText } from '@rodnik/contract/staff-news'
import { typedMoment } from '../../lib/city-moment.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'

type Props = { news: NewsText | null; timeZone: string; faults: Faults }

export function NewsFields({ news, timeZone, faults }: Props) {
  const { form: words } = useStaffWords().newsDesk
  const moment = (instant: string | null | undefined) => (instant ? typedMoment(instant, timeZone) : '')
  return (
    <>
      <Field
        label={words.titleRu}
        name="titleRu"
        maxLength={160}
        autoComplete="off"
        defaultValue={news?.title.ru}
        fault={faults['titleRu']}
      />
      <Field
        label={words.titleEn}
        name="titleEn"
        maxLength={160}
        autoComplete="off"
        defaultValue={news?.title.en}
        fault={faults['titleEn']}
      />
      <TextArea
        label={words.bodyRu}
        hint={words.bodyHint}
        name="bodyRu"
        maxLength={10_000}
        defaultValue={news?.body.ru}
        fault={faults['bodyRu']}
      />
      <TextArea
        label={words.bodyEn}
        name="bodyEn"
        maxLength={10_000}
        defaultValue={news?.body.en}
        fault={faults['bodyEn']}
      />
      <Choice
        type="checkbox"
        name="isPinned"
        label={words.isPinned}
        defaultChecked={news?.isPinned ?? false}
      />
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
