export const importActions = {
  'import.received': 'sent tables to be checked',
  'import.decided': 'decided about an import',
  'import.loaded': 'imported tables',
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
}

export const importValues = {
  load: 'load all',
  load_good: 'load the good rows',
  check: 'check without replacement',
  check_replacing: 'check with replacement',
  cancel: 'cancel',
}
