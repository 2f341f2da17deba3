import type { AnswerTemplate } from '@rodnik/contract/answer-templates'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { TemplateDialog } from './template-dialog.tsx'
import { useTemplateRemoval } from './templates.queries.ts'

type Props = { templates: readonly AnswerTemplate[]; mayChange: boolean }

export function TemplatesTable({ templates, mayChange }: Props) {
  const { answerTemplates: words } = useStaffWords()
  const { name, kind, text, changed, action } = words.columns
  const columns = [name, kind, text, changed, ...(mayChange ? [action] : [])]
  return (
    <TableFrame label={words.title} columns={columns}>
      {templates.map((template) => (
        <Row key={template.id} template={template} mayChange={mayChange} />
      ))}
    </TableFrame>
  )
}

function Row({ template, mayChange }: { template: AnswerTemplate; mayChange: boolean }) {
  const { answerTemplates: words, requestKinds } = useStaffWords()
  const { moment } = useCityTime()
  const { name, kind, text, changedAt } = template
  return (
    <tr>
      <th scope="row" className="wrapping">
        {name}
      </th>
      <td>{kind === null ? words.allKinds : requestKinds[kind].name}</td>
      <td className="said">{text}</td>
      <td>{moment(changedAt)}</td>
      {mayChange && (
        <td>
          <Actions template={template} />
        </td>
      )}
    </tr>
  )
}

function Actions({ template }: { template: AnswerTemplate }) {
  const { answerTemplates: words } = useStaffWords()
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const onClose = () => setOpen(null)
  return (
    <div className="row-actions">
      {(['change', 'remove'] as const).map((action) => (
        <button
          key={action}
          type="button"
          className="tool"
          aria-label={`${words[action]}: ${template.name}`}
          onClick={() => setOpen(action)}
        >
          {words[action]}
        </button>
      ))}
      {open === 'change' && <TemplateDialog template={template} onClose={onClose} />}
      {open === 'remove' && <RemovalDialog template={template} onClose={onClose} />}
    </div>
  )
}

function RemovalDialog({
  template: { id, name },
  onClose,
}: {
  template: AnswerTemplate
  onClose: () => void
}) {
  const { frame, answerTemplates: words } = useStaffWords()
  const { mutate, error, isPending } = useTemplateRemoval(id)
  return (
    <Dialog title={words.remove} onClose={onClose}>
      <p>{words.removeText(name)}</p>
      {error && <StaffFailure error={error} />}
      <p className="actions">
        <button
          type="button"
          aria-disabled={isPending}
          onClick={() => isPending || mutate(undefined, { onSuccess: onClose })}
        >
          {words.remove}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {frame.cancel}
        </button>
      </p>
    </Dialog>
  )
}
