import { plural } from '../../lib/plural.ts'

const days = (count: number) => `${count}\u00a0${plural('ru', count, ['день', 'дня', 'дней'])}`
const minutes = (count: number) => `${count} ${plural('ru', count, ['минуту', 'минуты', 'минут'])}`
const hours = (count: number) => `${count} ${plural('ru', count, ['час', 'часа', 'часов'])}`

export const general = {
  name: 'Родник',
  skip: 'К содержанию',
  toHome: 'Родник, на главную',
  mainMenu: 'Основное меню',
  menu: { signIn: 'Войти', accounts: 'Мои счета', profile: 'Профиль', work: 'Рабочее место' },
  otherLanguage: 'English',
  phoneLabel: (phone: string) => `Позвонить: ${phone}`,
  call: 'Позвонить',
  leave: 'Выйти',
  loading: 'Загружаем…',
  days,
  wait: (seconds: number) =>
    seconds < 3600 ? minutes(Math.max(1, Math.ceil(seconds / 60))) : hours(Math.ceil(seconds / 3600)),
  appearance: {
    larger: 'Крупный шрифт',
    usual: 'Обычный шрифт',
    colours: 'Цвета',
    print: {
      'black-on-white': 'Чёрным по белому',
      'white-on-black': 'Белым по чёрному',
      'blue-on-cream': 'Синим по бежевому',
    },
    theme: 'Оформление',
    themes: { device: 'как на устройстве', light: 'светлое', dark: 'тёмное' },
  },
  offline: 'Нет связи с интернетом. Набранное сохранено. Когда связь появится, продолжайте с того же места.',
  notFound: {
    title: 'Такой страницы нет',
    text: 'Возможно, в адресе опечатка. Показания и сведения о счётчиках на месте.',
    home: 'На главную',
  },
  crash: {
    title: 'Страница не открылась',
    text: 'Это наша ошибка, не ваша. Переданные показания сохранены. Откройте страницу ещё раз; если не поможет, позвоните нам.',
    again: 'Открыть ещё раз',
  },
  notLoaded: {
    offline: {
      title: 'Страница не загрузилась',
      text: 'Нет связи с сервером. Ничего не потеряно. Проверьте интернет и попробуйте ещё раз.',
    },
    ours: {
      title: 'Ошибка на нашей стороне',
      text: 'Ваш интернет ни при чём, и ничего не потеряно. Подождите минуту и попробуйте ещё раз. Если не поможет, позвоните нам.',
    },
    again: 'Попробовать ещё раз',
  },
}
