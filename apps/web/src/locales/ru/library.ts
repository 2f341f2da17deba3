export const library = {
  title: 'Документы',
  lead: 'Образцы договоров, заявления и доверенности. Скачайте, заполните и принесите или отправьте нам.',
  empty: 'Документы скоро появятся здесь.',
  filled: {
    title: 'Заявления с вашими данными',
    lead: 'Лицевой счёт, адрес и счётчики уже будут вписаны. Останется дописать суть, дату и подпись.',
    guestLead:
      'Лицевой счёт, дом, квартира и счётчики уже будут вписаны. Имя и телефон мы без входа по почте не показываем: впишите их сами.',
    back: 'К счётчикам',
  },
  offer: 'Заявления можно скачать уже с вашим адресом и счётчиками.',
  toFilled: 'Скачать с моими данными',
  chooseAccount: 'Выбрать лицевой счёт',
  take: 'Скачать',
  form: 'бланк, PDF',
  types: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
    'application/vnd.oasis.opendocument.text': 'ODT',
    'image/jpeg': 'JPEG',
    'image/png': 'PNG',
  },
  validFrom: (day: string) => `действует с ${day}`,
  failed: 'Не удалось скачать. Проверьте интернет и нажмите ещё раз.',
  gone: 'Этого документа больше нет. Обновите страницу.',
  tooOften: 'Слишком много скачиваний подряд. Подождите несколько минут.',
}

export type LibraryWords = typeof library
