import { OutageKind, OutageService } from '@rodnik/contract/outages'
import type { OutageNotice } from '@rodnik/contract/staff-outages'
import { streetLine } from '@rodnik/domain/notices/street-lines'
import { useId } from 'react'
import { typedMoment } from '../../lib/city-moment.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Mark } from '../../ui/staff/mark.tsx'
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
        <Mark
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
        <Mark
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

/** Russian and English stand beside one another. */
function Texts({ notice, faults }: Omit<Props, 'timeZone'>) {
  const { form: words } = useStaffWords().outageDesk
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
  return (
    <>
      <div className="two-texts">
        {title('titleRu', notice?.title.ru)}
        {title('titleEn', notice?.title.en)}
      </div>
      <TwoAreas names={['adviceRu', 'adviceEn']} known={notice?.advice} rows={3} maxLength={1500} />
      <TwoAreas names={['waterRu', 'waterEn']} known={notice?.water} rows={2} maxLength={500} />
    </>
  )
}

type AreasProps = {
  names: readonly ['adviceRu', 'adviceEn'] | readonly ['waterRu', 'waterEn']
  known: { ru: string; en: string } | undefined
  rows: number
  maxLength: number
}

function TwoAreas({ names, known, ...size }: AreasProps) {
  const { form: words } = useStaffWords().outageDesk
  const [ru, en] = names
  return (
    <div className="two-texts">
      <TextArea label={words[ru]} hint={words.mayBeEmpty} name={ru} defaultValue={known?.ru} {...size} />
      <TextArea label={words[en]} hint={words.mayBeEmpty} name={en} defaultValue={known?.en} {...size} />
    </div>
  )
}
