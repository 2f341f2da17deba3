/** Under this name the tab keeps the language of the page that Gosuslugi was entered from: it brings back one. */
export const ESIA_LANGUAGE = 'esia-language'
