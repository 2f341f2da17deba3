import type { Language } from '../../lib/languages.ts'
import { plural } from '../../lib/plural.ts'

const KILOBYTE = 1024
const MEGABYTE = KILOBYTE * KILOBYTE

const files = (count: number) => `${count} ${plural('ru', count, ['файл', 'файла', 'файлов'])}`

type Counts = { done: number; refused: number; all: number }

export const attachments = {
  label: 'Фотографии и документы',
  limits: (most: number) =>
    `Фото (JPEG, PNG, WebP) до 15 МБ или PDF до 10 МБ, не больше ${most} файлов. Место съёмки из фото мы удаляем.`,
  choose: 'Выбрать файлы',
  takePhoto: 'Сделать фото',
  remove: 'Убрать',
  retry: 'Отправить ещё раз',
  size: (bytes: number, language: Language) => {
    const number = new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { maximumFractionDigits: 1 })
    return bytes < 1000 * KILOBYTE
      ? `${number.format(Math.max(1, Math.round(bytes / KILOBYTE)))} КБ`
      : `${number.format(bytes / MEGABYTE)} МБ`
  },
  sending: (percent: number) => `Отправляем: ${percent} %`,
  phases: {
    queued: 'Ждёт очереди',
    preparing: 'Готовим к отправке…',
    checking: 'Проверяем файл…',
    waiting: 'Связь прервалась. Отправим остаток сами, как только она появится.',
    stopped:
      'Не удалось отправить: нет связи или сервер занят. Проверьте интернет и нажмите «Отправить ещё раз»: отправленное не пропало.',
    done: 'Приложен',
  },
  summary: ({ done, refused, all }: Counts) =>
    refused > 0
      ? `Приложено ${done} из ${files(all)}, не подошло ${refused}.`
      : done === all
        ? `Приложено: ${files(all)}.`
        : `Приложено ${done} из ${all}. Можно пока писать дальше.`,
  tooMany: (most: number, left: number) =>
    `Можно приложить не больше ${most} файлов, поэтому не добавлены ${files(left)}. Уберите лишние или отправьте остальные следующим сообщением.`,
  unsettled: 'Дождитесь, пока файлы отправятся, или уберите их.',
  faults: {
    type: 'Такой файл приложить нельзя. Подойдёт фотография или PDF: документ можно сфотографировать или сохранить как PDF.',
    heic: 'Это фото в формате HEIC. Сделайте снимок кнопкой «Сделать фото» или сохраните его как JPEG.',
    damaged: 'Фото повреждено и не открывается. Сделайте его ещё раз или выберите другое.',
    too_many_pixels: 'У картинки слишком большой размер. Уменьшите её или сделайте фото ещё раз.',
    picture_too_large: 'Фото больше 15 МБ. Уменьшите его или сделайте снимок ещё раз.',
    pdf_too_large: 'Документ больше 10 МБ. Разделите его на части или приложите фотографии страниц.',
    pdf_damaged: 'Документ повреждён и не открывается. Сохраните его как PDF ещё раз или сфотографируйте.',
    pdf_protected: 'Документ закрыт паролем. Снимите пароль или приложите фотографии страниц.',
    pdf_too_many_pages: 'В документе больше 100 страниц. Приложите только нужные.',
    pdf_active:
      'В документе есть вложенные файлы или программы. Напечатайте его в PDF заново или сфотографируйте страницы.',
    empty: 'Файл пустой. Выберите другой.',
    too_many_attempts: 'За последний час отправлено слишком много файлов. Попробуйте через час.',
    too_many_uploads:
      'Слишком много файлов ждут отправки. Отправьте начатые сообщения или уберите лишние файлы.',
    sign_in_required: 'Вход закончился. Откройте страницу в новой вкладке, войдите и приложите файл снова.',
    unexpected:
      'Ошибка на нашей стороне. Уберите файл и приложите его ещё раз; если не поможет, позвоните нам.',
  },
}
