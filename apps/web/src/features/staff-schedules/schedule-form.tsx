import type { OfficePlan, StaffTopic } from '@rodnik/contract/staff-offices'
import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { ExceptionRows } from './exception-rows.tsx'
import { PostFields } from './post-fields.tsx'
import { Tick } from './tick.tsx'
import { newPost, planIn, type TypedPlan, wrongIn } from './typed-plan.ts'
import { WeekFields } from './week-fields.tsx'

type Props = {
  first: TypedPlan
  topics: StaffTopic[]
  isSaving: boolean
  onSave: (plan: OfficePlan) => void
  /** Absent for an office that is new: nobody is expected there. */
  onPreview?: (plan: OfficePlan) => void
  /** What has come of checking or saving. */
  children: ReactNode
}

const FACTS = ['nameRu', 'nameEn', 'addressRu', 'addressEn', 'phone', 'timeZone'] as const

/** A schedule is read, changed and saved as a whole. */
export function ScheduleForm({ first, topics, isSaving, onSave, onPreview, children }: Props) {
  const { form: say } = useStaffWords().schedules
  const [typed, setTyped] = useState(first)
  const { formRef, wrong, whenRight } = useChecked(typed)
  const change = (to: Partial<TypedPlan>) => setTyped((now) => ({ ...now, ...to }))

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isSaving) whenRight(onSave)
  }

  return (
    <form className="panes" ref={formRef} onSubmit={onSubmit} noValidate>
      <Facts typed={typed} wrong={wrong} onChange={change} />
      <Pane title={say.week} isWhole>
        <WeekFields week={typed.week} prefix="" wrong={wrong} onChange={(week) => change({ week })} />
      </Pane>
      <ExceptionRows
        exceptions={typed.exceptions}
        wrong={wrong}
        onChange={(exceptions) => change({ exceptions })}
      />
      {typed.posts.map((post) => (
        <PostFields
          key={post.key}
          post={post}
          topics={topics}
          wrong={wrong}
          onChange={(to) =>
            change({ posts: typed.posts.map((other) => (other.key === to.key ? to : other)) })
          }
        />
      ))}
      <div className="whole stack">
        <button
          type="button"
          className="quiet"
          onClick={() => change({ posts: [...typed.posts, newPost()] })}
        >
          {say.addPost}
        </button>
        {wrong.size > 0 && <Notice kind="stop" title={say.faults} isUrgent />}
        {children}
        <Actions isSaving={isSaving} onPreview={onPreview && (() => whenRight(onPreview))} />
      </div>
    </form>
  )
}

function Actions({ isSaving, onPreview }: { isSaving: boolean; onPreview: (() => void) | undefined }) {
  const { form: say } = useStaffWords().schedules
  return (
    <p className="actions">
      {onPreview && (
        <button type="button" className="quiet" onClick={onPreview}>
          {say.preview}
        </button>
      )}
      <button aria-disabled={isSaving}>{say.save}</button>
    </p>
  )
}

/** Faults show when something is to be sent, and then the first of them takes the focus. */
function useChecked(typed: TypedPlan) {
  const formRef = useRef<HTMLFormElement>(null)
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (wrong.size > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [wrong])
  const whenRight = (send: (plan: OfficePlan) => void) => {
    const found = wrongIn(typed)
    setWrong(found)
    if (found.size === 0) send(planIn(typed))
  }
  return { formRef, wrong, whenRight }
}

type FactsProps = {
  typed: TypedPlan
  wrong: ReadonlySet<string>
  onChange: (to: Partial<TypedPlan>) => void
}

function Facts({ typed, wrong, onChange }: FactsProps) {
  const { form: say } = useStaffWords().schedules
  return (
    <Pane title={say.facts} isWhole>
      <div className="week-fields">
        {FACTS.map((name) => (
          <Field
            key={name}
            label={say[name]}
            name={name}
            autoComplete="off"
            value={typed[name]}
            fault={wrong.has(name) ? say.fault : undefined}
            onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
          />
        ))}
      </div>
      <Tick label={say.isActive} isOn={typed.isActive} onSwitch={(isActive) => onChange({ isActive })} />
    </Pane>
  )
}
