import type { StaffWords } from '../../ru/staff/index.ts'

export const answerTemplates: StaffWords['answerTemplates'] = {
  title: 'Answer templates',
  lead: 'Answers that are given often. Staff choose one in a request and edit it before it is sent.',
  add: 'Add a template',
  none: 'No templates yet',
  columns: { name: 'Name', kind: 'For which requests', text: 'Text', changed: 'Changed', action: 'Change' },
  allKinds: 'for all kinds',
  change: 'Change',
  remove: 'Remove',
  removeText: (name) => `The template “${name}” will be gone for everybody. Answers that were sent stay.`,
  name: 'Name',
  kind: 'For which requests',
  text: 'Text',
  hint: 'Filled by themselves: {number} of the request, {due} day, {address}.',
  unknown: (places) => `These places are not filled by themselves, staff replace them: ${places}`,
  save: 'Save',
  faults: { name: 'Name the template', text: 'Write a text' },
}
