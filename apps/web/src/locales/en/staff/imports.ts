import { plural } from '../../../lib/plural.ts'
import type { StaffWords } from '../../ru/staff/index.ts'

const number = (count: number) => count.toLocaleString('en-GB')
const rows = (count: number) => `${number(count)} ${plural('en', count, ['row', 'rows'])}`

export const imports: StaffWords['imports'] = {
  title: 'Imports',
  runTitle: 'Import',
  lead: 'Accounts, meters, readings, balances and contracts from CSV and XLSX. Tables are only checked at first; whether they are loaded is up to you.',
  list: 'Imports',
  none: 'There have been no imports yet.',
  more: 'Show more',
  back: 'All imports',
  someone: 'a member of staff',
  columns: { run: 'Files', by: 'Who', state: 'State', result: 'Rows' },
  filesOf: (names) => names.join(', '),
  begun: (name, moment) => `${name}, ${moment}`,
  kinds: {
    accounts: 'Accounts',
    meters: 'Meters',
    readings: 'Readings',
    balances: 'Balances',
    contracts: 'Contracts of organisations',
  },
  states: {
    arriving: 'Arriving',
    checking: 'Being checked',
    checked: 'Checked, awaits a decision',
    loading: 'Being loaded',
    loaded: 'Loaded',
    refused: 'Refused',
    cancelled: 'Cancelled',
    failed: 'Did not work',
  },
  steps: {
    reading: (file, count) => `${file}: ${rows(count)} read`,
    checking: (file, count) => `${file}: comparing ${rows(count)} with the database`,
    writing: (file, count) => `${file}: writing ${rows(count)}`,
  },
  counts: {
    number,
    added: (count) => `${number(count)} new`,
    changed: (count) => `${number(count)} changed`,
    unchanged: (count) => `${number(count)} unchanged`,
    failed: (count) => `${number(count)} failed`,
  },
  upload: {
    title: 'Check tables',
    files: 'Files',
    filesHint:
      'CSV or XLSX, several at once if you like: up to 10 files and 256 MB together, XLSX up to 20 MB',
    send: 'Check',
    noFile: 'Choose a file',
    tooMany: 'Ten files at once are the most',
    empty: (name) => `The file ${name} is empty`,
    tooLarge: 'The files are larger than 256 MB together',
    sending: 'Sending the files',
    stay: 'Sending the files. Keep this page open until they are sent.',
    which: 'Which tables there are',
    whichText:
      'The kind of a table is told by the headers of its columns, in Russian or English, in any order. These columns are needed; other columns do no harm.',
    needs: {
      accounts: 'account, street, house',
      meters: 'account, service, meter_type, serial, installed_on',
      readings: 'account, serial, value and taken_on or period',
      balances: 'account, service, debt_roubles, as_of',
      contracts: 'account, contract',
    },
  },
  atWork: {
    progress: 'At work',
    waits: 'It will begin soon.',
    checking: 'Nothing is being loaded yet. You may close the page: the result stays here.',
    loading: 'You may close the page. Either all that you decided on is loaded, or nothing.',
  },
  ended: {
    loaded: (name, moment) => `Loaded: ${name}, ${moment}`,
    cancelled: (name, moment) => `Nothing was loaded. Cancelled: ${name}, ${moment}`,
    forgotten: 'Nothing was loaded: nobody decided within a week.',
    failed:
      'Our fault, not that of the files: after several attempts nothing was loaded. Tell the administrator and try again.',
    refused: 'Nothing was loaded: this cannot be read as a table.',
    loadRefused: 'Nothing was loaded: data have changed since the check, and some rows fail now.',
    loadRefusedText: 'Look at the new report and decide again.',
    changed:
      'Data have changed since the check: what was loaded is not what it told. The report has the difference.',
  },
  fileRefusals: {
    empty: () => 'the file is empty.',
    old_excel: () => 'this is a file of the old Excel (.xls). Save it as .xlsx or CSV.',
    workbook_too_big: () =>
      'the workbook is too big: a sheet may have 200,000 rows and 200 columns, the file 20 MB. Perhaps a stray cell is left far below or to the right. Save it as CSV, which has no such limit.',
    workbook_damaged: () => 'the workbook is damaged, or not one of Excel. Save it again or as CSV.',
    unknown_header: (missing) =>
      `the headers of its columns do not say what table it is. The nearest known one would also need: ${missing}.`,
    broken_table: (line) =>
      `the table breaks off${line === '' ? '' : ` at line ${line}`}: a quote is not closed, or the file is not whole.`,
  },
  report: {
    checked: 'What loading would change',
    loaded: 'What was loaded',
    onlyChecked: 'What the check has shown',
    replacing: 'With replacement: other values of months that are recorded take their place.',
    columns: { file: 'File', added: 'New', changed: 'Changed', unchanged: 'Unchanged', failed: 'Failed' },
    rows: (kind, count) => `${kind}, ${rows(count)}`,
    told: (count) => `by the check ${number(count)}`,
    unused: (file, columns) => `${file}: columns that are not loaded — ${columns}.`,
  },
  failed: {
    title: 'Failed rows',
    lead: 'Download them, mend them and import that file: the other rows need not be repeated.',
    keptUntil: (moment) => `They are kept until ${moment}.`,
    download: (count) => `Download ${rows(count)} with reasons (CSV)`,
    list: (file) => `Failed rows: ${file}`,
    columns: { row: 'Row', reason: 'Reason', cells: 'What is in it' },
    others: (shown, all) => `The first ${number(shown)} of ${number(all)} are shown. The file has all.`,
  },
  decision: {
    title: 'Decision',
    allGood: 'No row fails. All is loaded or, if anything goes wrong, nothing.',
    someFailed: (failed) =>
      `${rows(failed)} ${plural('en', failed, ['fails', 'fail'])}. Mend the file and check it again, or load the rest.`,
    allFailed: 'There is nothing to load: all new rows fail.',
    nothing: 'There is nothing to load: all of it is recorded already.',
    load: (good) => `Load ${rows(good)}`,
    loadGood: {
      ask: (good) => `Load ${rows(good)} without faults…`,
      sure: (good) => `Load ${rows(good)}`,
      text: (failed) =>
        `${rows(failed)} will not be loaded. They can be downloaded and mended for another 30 days.`,
    },
    replace: {
      ask: 'Check with replacement…',
      sure: 'Check with replacement',
      text: 'Where another reading or balance of a month is recorded, the value of the file takes its place; the old one stays in the history. Readings that residents sent themselves are replaced too. Bills of final months do not change: they get a recalculation.',
      next: 'Nothing is replaced now: first you see how many values would change.',
    },
    forColleague: 'A colleague loads it',
    forColleagueText:
      'Debts and replacements of recorded values are loaded by somebody else than who sent the tables. Ask a colleague to open this page and decide; you may cancel the import yourself.',
    withoutReplacing: 'Check without replacement',
    cancel: 'Cancel the import',
    cancelCheck: 'Cancel the check',
    no: 'No, go back',
  },
  refusals: {
    import_decided:
      'Something has happened to this import: a colleague has decided, or the report is new. See how it stands now.',
    import_same_person:
      'Debts and replacements of recorded values are loaded by somebody else than who sent the tables. Ask a colleague.',
    upload_incomplete: 'The files did not arrive whole. Choose them and send them again.',
    too_many_uploads: 'You have twenty unfinished imports. Load or cancel some of them.',
    payload_too_large: 'The file is too large.',
  },
}
