export type Language = 'ru' | 'en'

/** The language is part of the address, so a link keeps it: «/…» is Russian, «/en/…» English. */
export function languageOf(pathname: string): Language {
  return /^\/en(\/|$)/.test(pathname) ? 'en' : 'ru'
}

/** The same page in the other language. */
export function inLanguage(language: Language, path: string): string {
  return language === 'en' ? `/en${path === '/' ? '/' : path}` : path
}
