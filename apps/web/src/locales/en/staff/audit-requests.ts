export const requestActions = {
  'reading.corrected': 'corrected a reading on request',
  'request.filed': 'filed a request',
  'request.taken': 'took or handed over a request',
  'request.noted': 'noted something on a request',
  'request.asked': 'asked about a request',
  'request.replied': 'replied to a request',
  'request.scheduled': 'agreed a visit for a request',
  'request.visit_missed': 'a visit did not take place',
  'request.visit_cancelled': 'cancelled a visit of a request',
  'request.miss_undone': 'undid a missed visit: its record came later',
  'request.step_done': 'did a step of a request',
  'request.done': 'closed a request as done',
  'request.refused': 'refused a request',
  'request.withdrawn': 'withdrew a request',
  'request.reopened': 'opened a request anew',
  'answer_template.added': 'kept an answer',
  'answer_template.changed': 'changed a kept answer',
  'answer_template.removed': 'threw a kept answer away',
}

export const requestFields = {
  request: 'request',
  channel: 'came by',
  step: 'step',
  assignee: 'with',
}
