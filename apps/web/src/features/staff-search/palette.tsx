import { type KeyboardEvent, useId } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { OptionList } from '../../ui/staff/option-list.tsx'
import { usePalette } from './use-palette.ts'

type Props = { sections: { name: string; to: string }[]; onClose: () => void; onKeys: () => void }

/** One field over everything: type, choose by the arrows, press Enter (the combobox pattern of ARIA). */
export function Palette({ sections, onClose, onKeys }: Props) {
  const { palette: words, search, frame } = useStaffWords()
  const listId = useId()
  const { typed, type, groups, chosen, move, open, isEmpty } = usePalette(sections, onClose)
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' && -1
    if (step) {
      event.preventDefault()
      move(step)
    }
    if (event.key === 'Enter' && chosen) open(chosen)
  }
  return (
    <Dialog title={words.title} onClose={onClose} isWide>
      <input
        role="combobox"
        aria-label={words.label}
        aria-expanded={groups.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${listId}-${chosen.id}`}
        autoComplete="off"
        maxLength={120}
        placeholder={words.placeholder}
        value={typed}
        onChange={({ target }) => type(target.value)}
        onKeyDown={onKey}
      />
      <OptionList id={listId} label={words.title} groups={groups} chosen={chosen} onOpen={open} />
      <div className="palette-foot">
        <output>{isEmpty ? search.nothing : ''}</output>
        <button type="button" className="tool" onClick={onKeys}>
          {frame.keys.title}
        </button>
        <button type="button" className="tool" onClick={onClose}>
          {frame.keys.close}
        </button>
      </div>
    </Dialog>
  )
}
