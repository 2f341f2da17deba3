export const importActions = {
  'import.received': 'sent tables to be checked',
  'import.decided': 'decided about an import',
  'import.loaded': 'imported tables',
  'import.account_changed': 'changed an account by an import',
  'import.load_refused': 'an import of tables changed nothing',
  'import.forgotten': 'nobody decided about an import',
  'import.failed_rows_seen': 'looked at failed rows',
  'import.failed_rows_taken': 'downloaded failed rows',
}

export const importFields = {
  run: 'import',
  files: 'files',
  file: 'file',
  begunBy: 'begun by',
  decision: 'decision',
  kinds: 'tables',
  rows: 'rows',
  added: 'new',
  changed: 'changed',
  failed: 'failed',
  replacing: 'with replacement',
  address: 'address',
  residents: 'residents',
  owners: 'owners',
  housingGroup: 'amenities',
  hasSewer: 'sewer',
  isMeterImpossible: 'no meter possible',
  isAccountlessAllowed: 'access without registration',
  closedOn: 'closed on',
  premisesKind: 'kind of premises',
}

export const importValues = {
  load: 'load all',
  load_good: 'load the good rows',
  check: 'check without replacement',
  check_replacing: 'check with replacement',
  cancel: 'cancel',
}
