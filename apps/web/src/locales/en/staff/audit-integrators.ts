export const integratorActions = {
  'integrator.added': 'added a partner program',
  'integrator.changed': 'changed a partner program',
  'integrator.disabled': 'disabled a partner program',
  'integrator.enabled': 'enabled a partner program',
  'integrator.secret_issued': 'issued a secret of a program',
  'integrator.secret_ended': 'took a secret of a program back',
  'integrator.granted': 'let a program see accounts',
  'integrator.grant_ended': 'ended the access of a program to accounts',
}

export const integratorFields = {
  integrator: 'program',
  secret: 'secret ending',
  grant: 'grant',
  contact: 'whom to call',
  scopes: 'may do',
  organisationId: 'organisation',
  until: 'until',
  rows: 'rows',
}
