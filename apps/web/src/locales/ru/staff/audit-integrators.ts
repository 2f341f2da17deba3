export const integratorActions = {
  'integrator.added': 'добавил программу партнёра',
  'integrator.changed': 'изменил программу партнёра',
  'integrator.disabled': 'отключил программу партнёра',
  'integrator.enabled': 'включил программу партнёра',
  'integrator.secret_issued': 'выпустил секрет программы',
  'integrator.secret_ended': 'забрал секрет программы',
  'integrator.granted': 'дал программе доступ к счетам',
  'integrator.grant_ended': 'закончил доступ программы к счетам',
}

export const integratorFields = {
  integrator: 'программа',
  secret: 'секрет на',
  grant: 'доступ',
  contact: 'кому звонить',
  scopes: 'что может',
  organisationId: 'организация',
  until: 'по день',
  rows: 'строк',
}
