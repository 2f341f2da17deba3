export const entry = {
  login: {
    title: 'Вход для сотрудников',
    email: 'Рабочая почта',
    password: 'Пароль',
    enter: 'Войти',
    entering: 'Проверяем…',
    refused: {
      sign_in_failed: 'Почта или пароль не подошли.',
      picture_code_required: 'Введите цифры с картинки.',
      picture_code_wrong: 'Цифры не подошли. Вот другая картинка.',
    },
    faults: { email: 'Введите почту', password: 'Введите пароль' },
    forgotten: 'Забыли пароль? Новый одноразовый выдаст администратор.',
  },
}
