import { OutageKind, OutageService } from '@rodnik/contract/outages'
import type { OutageNotice } from '@rodnik/contract/staff-outages'
import { streetLine } from '@rodnik/domain/notices/street-lines'
import { useId } from 'react'
import { typedMoment } from '../../lib/city-moment.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'

type Props = { notice: OutageNotice | null; timeZone: string; faults: Faults }

export function OutageFields({ notice, timeZone, faults }: Props) {
  const { form: words } = useStaffWords().outageDesk
  const { language } = useSpeech()
  return (
    <>
      <Kinds kind={notice?.kind ?? 'planned'} />
      <Services services={notice?.services ?? ['cold_water']} fault={faults['services']} />
      <Texts notice={notice} faults={faults} />
      <div className="two-texts">
        <Field
          label={words.startsAt}
          hint={words.cityTime}
          name="startsAt"
          type="datetime-local"
          defaultValue={notice ? typedMoment(notice.startsAt, timeZone) : ''}
          fault={faults['startsAt']}
        />
        <Field
          label={words.expectedEndAt}
          hint={words.endHint}
          name="expectedEndAt"
          type="datetime-local"
          defaultValue={notice?.expectedEndAt ? typedMoment(notice.expectedEndAt, timeZone) : ''}
          fault={faults['expectedEndAt']}
        />
      </div>
      <TextArea
        label={words.streets}
        hint={words.streetsHint}
        name="streets"
        rows={8}
        maxLength={60_000}
        defaultValue={notice?.streets.map((part) => streetLine(part, language)).join('\n')}
        fault={faults['streets']}
      />
    </>
  )
}

function Kinds({ kind }: { kind: OutageKind }) {
  const { form, kinds } = useStaffWords().outageDesk
  return (
    <fieldset>
      <legend>{form.kind}</legend>
      {OutageKind.options.map((option) => (
        <Choice
          key={option}
          type="radio"
          name="kind"
          value={option}
          label={kinds[option]}
          defaultChecked={option === kind}
        />
      ))}
    </fieldset>
  )
}

type ServicesProps = { services: readonly OutageService[]; fault: string | undefined }

function Services({ services: chosen, fault }: ServicesProps) {
  const { form, services } = useStaffWords().outageDesk
  const id = useId()
  return (
    <fieldset aria-describedby={fault ? id : undefined}>
      <legend>{form.services}</legend>
      {OutageService.options.map((service) => (
        <Choice
          key={service}
          type="checkbox"
          name="services"
          value={service}
          label={services[service]}
          defaultChecked={chosen.includes(service)}
          aria-invalid={fault ? true : undefined}
        />
      ))}
      {fault && (
        <p className="fault" id={id}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}

function Texts({ notice, faults }: Omit<Props, 'timeZone'>) {
  const { form: words } = useStaffWords().outageDesk
  return (
    <>
      <div className="two-texts">
        <Field
          label={words.titleRu}
          name="titleRu"
          maxLength={160}
          autoComplete="off"
          defaultValue={notice?.title.ru}
          fault={faults['titleRu']}
        />
        <Field
          label={words.titleEn}
          name="titleEn"
          maxLength={160}
          autoComplete="off"
          defaultValue={notice?.title.en}
          fault={faults['titleEn']}
        />
      </div>
      <div className="two-texts">
        <TextArea
          label={words.adviceRu}
          hint={words.mayBeEmpty}
          name="adviceRu"
          rows={3}
          maxLength={1500}
          defaultValue={notice?.advice.ru}
        />
        <TextArea
          label={words.adviceEn}
          name="adviceEn"
          rows={3}
          maxLength={1500}
          defaultValue={notice?.advice.en}
        />
      </div>
      <div className="two-texts">
        <TextArea
          label={words.waterRu}
          hint={words.mayBeEmpty}
          name="waterRu"
          rows={2}
          maxLength={500}
          defaultValue={notice?.water.ru}
        />
        <TextArea
          label={words.waterEn}
          name="waterEn"
          rows={2}
          maxLength={500}
          defaultValue={notice?.water.en}
        />
      </div>
    </>
  )
}
