export const requestActions = {
  'reading.corrected': 'исправил показание по заявлению',
  'request.filed': 'подал заявку',
  'request.taken': 'взял или передал заявку',
  'request.noted': 'записал заметку к заявке',
  'request.asked': 'задал вопрос по заявке',
  'request.replied': 'ответил по заявке',
  'request.scheduled': 'назначил визит по заявке',
  'request.visit_missed': 'визит по заявке не состоялся',
  'request.visit_cancelled': 'отменил визит по заявке',
  'request.miss_undone': 'снял отметку о несостоявшемся визите: запись дошла позже',
  'request.step_done': 'выполнил шаг заявки',
  'request.done': 'закрыл заявку как выполненную',
  'request.refused': 'отказал по заявке',
  'request.withdrawn': 'отозвал заявку',
  'request.reopened': 'открыл заявку снова',
  'answer_template.added': 'добавил шаблон ответа',
  'answer_template.changed': 'изменил шаблон ответа',
  'answer_template.removed': 'удалил шаблон ответа',
}

export const requestFields = {
  request: 'заявка',
  channel: 'как пришла',
  step: 'шаг',
  assignee: 'у кого',
}
