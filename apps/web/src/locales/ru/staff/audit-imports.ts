/** What the journal calls the imports of tables. */
export const importActions = {
  'import.received': 'передал таблицы на проверку',
  'import.decided': 'решил о загрузке таблиц',
  'import.loaded': 'загрузил таблицы',
  'import.account_changed': 'изменил счёт загрузкой таблиц',
  'import.load_refused': 'загрузка таблиц ничего не изменила',
  'import.forgotten': 'загрузка таблиц осталась без решения',
  'import.failed_rows_seen': 'смотрел строки с ошибками',
  'import.failed_rows_taken': 'скачал строки с ошибками',
}

export const importFields = {
  run: 'загрузка',
  files: 'файлы',
  file: 'файл',
  begunBy: 'чья загрузка',
  decision: 'решение',
  kinds: 'таблицы',
  rows: 'строк',
  added: 'новых',
  changed: 'изменённых',
  failed: 'с ошибками',
  replacing: 'с заменой',
  address: 'адрес',
  residents: 'проживает',
  owners: 'собственников',
  housingGroup: 'благоустройство',
  hasSewer: 'канализация',
  isMeterImpossible: 'счётчик невозможен',
  isAccountlessAllowed: 'вход без регистрации',
  closedOn: 'закрыт',
  premisesKind: 'вид помещения',
}

export const importValues = {
  load: 'загрузить всё',
  load_good: 'загрузить строки без ошибок',
  check: 'проверить без замены',
  check_replacing: 'проверить с заменой',
  cancel: 'отменить',
}
