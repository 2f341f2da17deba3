import type { DocumentFacts } from '@rodnik/contract/staff-library'
import { useId } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'

export type Section = { code: string; name: { ru: string; en: string } }

type Props = { sections: readonly Section[]; facts: DocumentFacts | null; faults: Faults }

export function DocumentFields({ sections, facts, faults }: Props) {
  const { facts: words } = useStaffWords().documentsDesk
  return (
    <>
      <SectionField sections={sections} chosen={facts?.section} />
      <Texts facts={facts} faults={faults} />
      <Field
        label={words.validFrom}
        hint={words.mayBeEmpty}
        name="validFrom"
        type="date"
        defaultValue={facts?.validFrom ?? ''}
      />
      <Field
        label={words.position}
        hint={words.positionHint}
        name="position"
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        defaultValue={facts?.position ?? 100}
        fault={faults['position']}
      />
    </>
  )
}

function Texts({ facts, faults }: Omit<Props, 'sections'>) {
  const { facts: words } = useStaffWords().documentsDesk
  return (
    <>
      <Field
        label={words.titleRu}
        name="titleRu"
        maxLength={160}
        autoComplete="off"
        defaultValue={facts?.title.ru}
        fault={faults['titleRu']}
      />
      <Field
        label={words.titleEn}
        name="titleEn"
        maxLength={160}
        autoComplete="off"
        defaultValue={facts?.title.en}
        fault={faults['titleEn']}
      />
      <TextArea
        label={words.descriptionRu}
        hint={words.mayBeEmpty}
        name="descriptionRu"
        rows={2}
        maxLength={600}
        defaultValue={facts?.description.ru}
      />
      <TextArea
        label={words.descriptionEn}
        name="descriptionEn"
        rows={2}
        maxLength={600}
        defaultValue={facts?.description.en}
      />
    </>
  )
}

function SectionField({ sections, chosen }: { sections: readonly Section[]; chosen: string | undefined }) {
  const { facts: words } = useStaffWords().documentsDesk
  const { language } = useSpeech()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words.section}</label>
      <select id={id} name="section" defaultValue={chosen}>
        {sections.map(({ code, name }) => (
          <option key={code} value={code}>
            {name[language]}
          </option>
        ))}
      </select>
    </div>
  )
}
