import type { ImportKind, ImportRefusal, ImportState, ImportStep } from '@rodnik/contract/staff-imports'
import { plural } from '../../../lib/plural.ts'

const number = (count: number) => count.toLocaleString('ru-RU')
const rows = (count: number) => `${number(count)} ${plural('ru', count, ['строка', 'строки', 'строк'])}`
const ofRows = (count: number) => `${number(count)} ${plural('ru', count, ['строку', 'строки', 'строк'])}`

export const imports = {
  title: 'Загрузка таблиц',
  runTitle: 'Загрузка',
  lead: 'Счета, счётчики, показания, остатки и договоры из CSV и XLSX. Сначала таблицы только проверяются; загрузить их или нет, решаете вы.',
  list: 'Загрузки',
  none: 'Загрузок ещё не было.',
  more: 'Показать ещё',
  back: 'Все загрузки',
  someone: 'сотрудник',
  columns: { run: 'Файлы', by: 'Кто', state: 'Состояние', result: 'Строки' },
  filesOf: (names: readonly string[]) => names.join(', '),
  begun: (name: string, moment: string) => `${name}, ${moment}`,
  kinds: {
    accounts: 'Лицевые счета',
    meters: 'Счётчики',
    readings: 'Показания',
    balances: 'Остатки',
    contracts: 'Договоры организаций',
  } satisfies Record<ImportKind, string>,
  states: {
    arriving: 'Передаётся',
    checking: 'Проверяем',
    checked: 'Проверено, ждёт решения',
    loading: 'Загружаем',
    loaded: 'Загружено',
    refused: 'Не принято',
    cancelled: 'Отменено',
    failed: 'Не получилось',
  } satisfies Record<ImportState, string>,
  steps: {
    reading: (file: string, count: number) => `${file}: прочитано строк — ${number(count)}`,
    checking: (file: string, count: number) => `${file}: сверяем с базой строк — ${number(count)}`,
    writing: (file: string, count: number) => `${file}: записываем строк — ${number(count)}`,
  } satisfies Record<ImportStep, (file: string, count: number) => string>,
  counts: {
    number,
    added: (count: number) => `новых — ${number(count)}`,
    changed: (count: number) => `изменённых — ${number(count)}`,
    unchanged: (count: number) => `без изменений — ${number(count)}`,
    failed: (count: number) => `с ошибками — ${number(count)}`,
  },
  upload: {
    title: 'Проверить таблицы',
    files: 'Файлы',
    filesHint: 'CSV или XLSX, можно несколько сразу: до 10 файлов и 256 МБ вместе, XLSX до 20 МБ',
    send: 'Проверить',
    noFile: 'Выберите файл',
    tooMany: 'За один раз — не больше 10 файлов',
    empty: (name: string) => `Файл ${name} пустой`,
    tooLarge: 'Файлы вместе больше 256 МБ',
    sending: 'Передаём файлы',
    stay: 'Передаём файлы. Не закрывайте страницу, пока они не переданы.',
    which: 'Какие бывают таблицы',
    whichText:
      'Вид таблицы узнаём по заголовкам столбцов, по-русски или по-английски, в любом порядке. Вот столбцы, без которых нельзя; лишние столбцы не мешают.',
    needs: {
      accounts: 'Лицевой счёт, Улица, Дом',
      meters: 'Лицевой счёт, Услуга, Тип счётчика, Заводской номер, Установлен',
      readings: 'Лицевой счёт, Заводской номер, Показание и Дата показания или Месяц',
      balances: 'Лицевой счёт, Услуга, Долг ₽, На дату',
      contracts: 'Лицевой счёт, Договор',
    } satisfies Record<ImportKind, string>,
  },
  atWork: {
    progress: 'Идёт работа',
    waits: 'Скоро начнём.',
    checking: 'Пока ничего не загружается. Страницу можно закрыть: результат останется здесь.',
    loading: 'Страницу можно закрыть. Загрузится либо всё, о чём вы решили, либо ничего.',
  },
  ended: {
    loaded: (name: string, moment: string) => `Загружено: ${name}, ${moment}`,
    cancelled: (name: string, moment: string) => `Ничего не загружено. Загрузку отменили: ${name}, ${moment}`,
    forgotten: 'Ничего не загружено: за неделю никто не решил, загружать ли.',
    failed:
      'Ошибка у нас, не в файлах: после нескольких попыток ничего не загружено. Сообщите администратору и попробуйте ещё раз.',
    refused: 'Ничего не загружено: как таблицу это не прочитать.',
    loadRefused: 'Ничего не загружено: с проверки данные изменились, и теперь есть строки с ошибками.',
    loadRefusedText: 'Посмотрите новый отчёт и решите ещё раз.',
    changed: 'С проверки данные изменились: загружено не то, что обещала проверка. Разница — в отчёте.',
  },
  fileRefusals: {
    empty: () => 'файл пустой.',
    old_excel: () => 'это файл старого Excel (.xls). Сохраните его как .xlsx или CSV.',
    workbook_too_big: () =>
      'книга слишком большая: на листе можно до 200 000 строк и 200 столбцов, всего до 20 МБ. Бывает, что далеко внизу или справа осталась забытая ячейка. Сохраните таблицу как CSV, там такого предела нет.',
    workbook_damaged: () => 'книга повреждена или это не Excel. Сохраните её заново или как CSV.',
    unknown_header: (missing: string) =>
      `по заголовкам столбцов непонятно, что это за таблица. До ближайшей из известных не хватает столбцов: ${missing}.`,
    broken_table: (line: string) =>
      `таблица обрывается${line === '' ? '' : ` на строке ${line}`}: не закрыта кавычка или файл передан не целиком.`,
  } satisfies Record<ImportRefusal, (detail: string) => string>,
  report: {
    checked: 'Что изменит загрузка',
    loaded: 'Что загружено',
    onlyChecked: 'Что показала проверка',
    replacing: 'С заменой: другие значения уже записанных месяцев занимают место прежних.',
    columns: {
      file: 'Файл',
      added: 'Новых',
      changed: 'Изменённых',
      unchanged: 'Без изменений',
      failed: 'С ошибками',
    },
    rows: (kind: string, count: number) => `${kind}, ${rows(count)}`,
    told: (count: number) => `при проверке — ${number(count)}`,
    unused: (file: string, columns: string) => `${file}: столбцы, которые не загружаются, — ${columns}.`,
  },
  failed: {
    title: 'Строки с ошибками',
    lead: 'Скачайте их, исправьте и загрузите этот файл: остальные строки повторять не нужно.',
    keptUntil: (moment: string) => `Храним до ${moment}.`,
    download: (count: number) => `Скачать ${ofRows(count)} с причинами (CSV)`,
    list: (file: string) => `Строки с ошибками: ${file}`,
    columns: { row: 'Строка', reason: 'Причина', cells: 'Что в строке' },
    others: (shown: number, all: number) =>
      `Показаны первые ${number(shown)} из ${number(all)}. В файле — все.`,
  },
  decision: {
    title: 'Решение',
    allGood: 'Ошибок нет. Загрузится всё или, если что-то пойдёт не так, ничего.',
    someFailed: (failed: number) =>
      `С ошибками — ${rows(failed)}. Можно исправить файл и проверить заново или загрузить остальное.`,
    allFailed: 'Загружать нечего: во всех новых строках ошибки.',
    nothing: 'Загружать нечего: всё это уже записано.',
    load: (good: number) => `Загрузить ${ofRows(good)}`,
    loadGood: {
      ask: (good: number) => `Загрузить ${ofRows(good)} без ошибок…`,
      sure: (good: number) => `Загрузить ${ofRows(good)}`,
      text: (failed: number) =>
        `${rows(failed)} с ошибками не загрузим. Их можно будет скачать и исправить ещё 30 дней.`,
    },
    replace: {
      ask: 'Проверить с заменой…',
      sure: 'Проверить с заменой',
      text: 'Если за месяц записано другое показание или другой остаток, значение из файла займёт его место; прежнее останется в истории. Показания, которые передали сами жители, тоже заменятся. Счета утверждённых месяцев не меняются: по ним будет перерасчёт.',
      next: 'Сейчас ничего не заменится: сначала покажем, сколько значений изменится.',
    },
    forColleague: 'Загрузит коллега',
    forColleagueText:
      'Долги и замену записанных значений загружает не тот, кто передал таблицы. Попросите коллегу открыть эту страницу и решить; отменить загрузку можете и вы.',
    withoutReplacing: 'Проверить без замены',
    cancel: 'Отменить загрузку',
    cancelCheck: 'Отменить проверку',
    no: 'Нет, вернуться',
  },
  refusals: {
    import_decided:
      'С загрузкой уже что-то произошло: её решил другой сотрудник, или отчёт обновился. Посмотрите, как обстоит дело сейчас.',
    import_same_person:
      'Долги и замену записанных значений загружает не тот, кто передал таблицы. Попросите коллегу.',
    upload_incomplete: 'Файлы передались не целиком. Выберите их и передайте ещё раз.',
    too_many_uploads: 'У вас двадцать неоконченных загрузок. Загрузите или отмените какие-то из них.',
    payload_too_large: 'Файл слишком большой.',
  },
}
