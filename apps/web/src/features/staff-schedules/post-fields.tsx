import type { StaffTopic } from '@rodnik/contract/staff-offices'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { AbsenceRows } from './absence-rows.tsx'
import { Tick } from './tick.tsx'
import type { TypedPost } from './typed-plan.ts'
import { WeekFields } from './week-fields.tsx'

type Props = {
  post: TypedPost
  topics: StaffTopic[]
  wrong: ReadonlySet<string>
  onChange: (post: TypedPost) => void
}

/** One post: who, how many at once, when, what about. */
export function PostFields({ post, topics, wrong, onChange }: Props) {
  const { form: say } = useStaffWords().schedules
  const { language } = useSpeech()
  const change = (to: Partial<TypedPost>) => onChange({ ...post, ...to })
  return (
    <Pane title={say.post(language === 'ru' ? post.nameRu : post.nameEn)} isWhole>
      <div className="find">
        {(['nameRu', 'nameEn', 'seats'] as const).map((name) => (
          <Field
            key={name}
            label={say[name]}
            name={`${post.key}.${name}`}
            autoComplete="off"
            value={post[name]}
            fault={wrong.has(`${post.key}.${name}`) ? say.fault : undefined}
            onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
          />
        ))}
      </div>
      <Tick label={say.postActive} isOn={post.isActive} onSwitch={(isActive) => change({ isActive })} />
      <Tick label={say.ownWeek} isOn={post.hasOwnWeek} onSwitch={(hasOwnWeek) => change({ hasOwnWeek })} />
      {post.hasOwnWeek && (
        <WeekFields
          week={post.week}
          prefix={`${post.key}.`}
          wrong={wrong}
          onChange={(week) => change({ week })}
        />
      )}
      <fieldset>
        <legend>{say.postTopics}</legend>
        {topics.map(({ id, name }) => (
          <Tick
            key={id}
            label={name[language]}
            isOn={post.topicIds.includes(id)}
            onSwitch={(isOn) =>
              change({
                topicIds: isOn ? [...post.topicIds, id] : post.topicIds.filter((other) => other !== id),
              })
            }
          />
        ))}
      </fieldset>
      <AbsenceRows absences={post.absences} wrong={wrong} onChange={(absences) => change({ absences })} />
    </Pane>
  )
}
