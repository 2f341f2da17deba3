export const palette = {
  title: 'Найти',
  label: 'Раздел, лицевой счёт, адрес, номер',
  placeholder: 'Например: сверка или свободы 12-45',
  sections: 'Разделы',
}
