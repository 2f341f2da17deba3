import { type Language, languageOf } from './languages.ts'

/**
 * Words of pages that few open come with the page, not with the first download. `load` belongs into the page's
 * route, `words` gives what it has brought: the language stays the same as long as the document.
 */
export function createTopic<Words>(dictionaries: Record<Language, () => Promise<Words>>) {
  let loaded: Words | undefined
  return {
    load: async (): Promise<void> => {
      loaded = await dictionaries[languageOf(location.pathname)]()
    },
    words: (): Words => {
      if (loaded === undefined) throw new Error('The route of this page does not load its words')
      return loaded
    },
  }
}
