import { useEffect, useState } from 'react'

type IsCommon = (word: string) => boolean

let list: Promise<ReadonlySet<string>> | undefined

async function readList(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common']?.map(String))
}

/**
 * Whether a word is a common password, as far as this page knows: the list is heavy and comes when a password is
 * being typed. Without it nothing seems common, and the server has the last word anyway.
 */
export function useIsCommon(isTyping: boolean): IsCommon {
  const [words, setWords] = useState<ReadonlySet<string>>()
  useEffect(() => {
    if (!isTyping) return
    list ??= readList()
    list.then(setWords, () => {
      list = undefined
    })
  }, [isTyping])
  return (word) => words?.has(word) ?? false
}
