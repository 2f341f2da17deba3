import type { AnswerTemplate } from '@rodnik/contract/answer-templates'
import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import { filledText, type RequestPlaces } from '@rodnik/domain/requests/answer-text'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LongText } from '../../ui/staff/long-text.tsx'
import { templatesQuery } from './templates.queries.ts'

/** As much as an answer takes. */
const MOST = 4000

type Props = {
  kinds: readonly RequestKindName[]
  /** What is written into the places of a template; without it they stay as they stand, to be filled for each. */
  places?: RequestPlaces
  label?: string
  text: string
  onText: (text: string) => void
  fault: string | undefined
  hint?: ReactNode
  withTemplates?: boolean
}

/** A text that is written, or begun with a template and edited. */
export function AnswerText({ kinds, places, label, text, onText, fault, hint, withTemplates = true }: Props) {
  const { answer } = useStaffWords().requestCard
  const insert = (template: string) => {
    const filled = places ? filledText(template, places) : template
    onText((text.trim() === '' ? filled : `${text.trimEnd()}\n\n${filled}`).slice(0, MOST))
  }
  return (
    <>
      {withTemplates && <TemplateChoice kinds={kinds} onTemplate={insert} />}
      <LongText
        label={label ?? answer.text}
        name="text"
        maxLength={MOST}
        value={text}
        onChange={({ target }) => onText(target.value)}
        fault={fault}
        hint={hint ?? answer.places}
      />
    </>
  )
}

type ChoiceProps = { kinds: readonly RequestKindName[]; onTemplate: (text: string) => void }

/** Templates of the kind stand first, those for all kinds after them. */
function TemplateChoice({ kinds, onTemplate }: ChoiceProps) {
  const { requestCard, requestKinds } = useStaffWords()
  const { answer: words } = requestCard
  const id = useId()
  const { data } = useQuery(templatesQuery)
  const fitting = (data?.templates ?? []).filter(({ kind }) => kind === null || kinds.includes(kind))
  if (fitting.length === 0) return null
  const groups = [
    ...kinds.map((kind) => ({
      name: words.ofKind(requestKinds[kind].name),
      templates: fitting.filter((template) => template.kind === kind),
    })),
    { name: words.ofAll, templates: fitting.filter(({ kind }) => kind === null) },
  ]
  const choose = (chosen: string) => {
    const template = fitting.find((one: AnswerTemplate) => one.id === chosen)
    if (template) onTemplate(template.text)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{words.template}</label>
      <select id={id} value="" onChange={({ target }) => choose(target.value)}>
        <option value="">{words.choose}</option>
        {groups
          .filter(({ templates }) => templates.length > 0)
          .map(({ name, templates }) => (
            <optgroup key={name} label={name}>
              {templates.map((template) => (
                <option key={template.id} value={template.id}>
                  {template.name}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </div>
  )
}
