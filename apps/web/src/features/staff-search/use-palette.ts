import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useSettled } from '../../lib/use-settled.ts'
import type { ListOption } from '../../ui/staff/option-list.tsx'
import { paletteGroups } from './palette-options.ts'
import { searchQuery } from './search.queries.ts'

/** What is typed, what it finds, and which of that is chosen: the first, until the arrows choose another one. */
export function usePalette(sections: { name: string; to: string }[], onClose: () => void) {
  const { palette, search } = useStaffWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const answer = useQuery(searchQuery(useSettled(typed.trim())))
  const found = typed.trim() === '' ? [] : (answer.data?.groups ?? [])
  const words = { sections: palette.sections, kinds: search.kinds }
  const groups = paletteGroups({ sections, found, typed, words })
  const options = groups.flatMap((group) => group.options)
  const place = Math.min(at, options.length - 1)
  return {
    typed,
    groups,
    chosen: options[place],
    isEmpty: typed.trim() !== '' && !answer.isFetching && options.length === 0,
    type: (text: string) => {
      setTyped(text)
      setAt(0)
    },
    /** Round and round, as long as there is anything. */
    move: (step: 1 | -1) =>
      setAt(options.length === 0 ? 0 : (place + step + options.length) % options.length),
    open: ({ to }: ListOption) => {
      onClose()
      void navigate(to)
    },
  }
}
