import type { RequestField } from '@rodnik/contract/request-kinds/field'
import { taxpayerFault } from '@rodnik/domain/requests/filled-faults'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { useRequestsWords } from '../../../lib/requests-words.ts'
import { Choice } from '../../../ui/choice.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { Field } from '../../../ui/field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { CorrectionsField } from '../corrections/corrections-field.tsx'
import { typedText } from '../typed-request.ts'
import type { FieldProps } from './field-props.ts'
import { MetersField } from './meters-field.tsx'

type Input = RequestField['input']
type Drawn = { [I in Input]: (props: FieldProps & { field: RequestField }) => ReactNode }

const DRAWN: Drawn = {
  meters: (props) => <MetersField {...props} />,
  corrections: (props) => <CorrectionsField {...props} />,
  choice: (props) => <OneOf {...props} />,
  message: ({ field, ...props }) => <Message {...props} maxLength={lengthOf(field)} />,
  line: ({ field, ...props }) => <Line {...props} maxLength={lengthOf(field)} />,
  inn: ({ field: _field, ...props }) => <Inn {...props} />,
  day: ({ field: _field, ...props }) => <Line {...props} type="date" />,
  persons: ({ field: _field, ...props }) => <Line {...props} inputMode="numeric" maxLength={2} />,
}

const lengthOf = (field: RequestField): number => ('maxLength' in field ? field.maxLength : 0)

/** A field of a request in the way it is filled in. */
export function FieldInput(props: FieldProps & { field: RequestField }) {
  return DRAWN[props.field.input](props)
}

function OneOf({ name, said, value, fault, onType }: FieldProps) {
  return (
    <ChoiceGroup legend={said.label} hint={said.hint} fault={fault} of="radio">
      {Object.entries(said.options ?? {}).map(([option, label]) => (
        <Choice
          key={option}
          type="radio"
          name={name}
          label={label}
          checked={value === option}
          onChange={() => onType(option)}
        />
      ))}
    </ChoiceGroup>
  )
}

type Native = Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'maxLength' | 'onBlur'>

function Line({ name, said, value, fault, onType, form: _form, ...input }: FieldProps & Native) {
  return (
    <Field
      {...input}
      label={said.label}
      hint={said.hint}
      name={name}
      value={typedText(value)}
      fault={fault}
      onChange={({ target }) => onType(target.value)}
    />
  )
}

/** Said only when there is little room left: until then nobody has to count. */
const FEW_LEFT = 300

function Message({ name, said, value, fault, onType, maxLength }: FieldProps & { maxLength: number }) {
  const { form } = useRequestsWords()
  const left = maxLength - typedText(value).length
  return (
    <TextArea
      label={said.label}
      hint={left <= FEW_LEFT ? form.left(Math.max(0, left)) : said.hint}
      name={name}
      maxLength={maxLength}
      value={typedText(value)}
      fault={fault}
      onChange={({ target }) => onType(target.value)}
    />
  )
}

/** Judged as soon as it is left: a typing error is found while the paper is still in the hand. */
function Inn(props: FieldProps) {
  const { faults } = useRequestsWords()
  const [isLeft, setIsLeft] = useState(false)
  const typed = typedText(props.value).replaceAll(/\s/g, '')
  const fault = isLeft && typed !== '' ? taxpayerFault(typed) : null
  return (
    <Line
      {...props}
      fault={fault ? faults.codes[fault] : props.fault}
      inputMode="numeric"
      maxLength={20}
      onBlur={() => setIsLeft(true)}
    />
  )
}
