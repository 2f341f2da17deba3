import { useEffect, useRef } from 'react'

/** `id` is unique in the list. */
export type ListOption = { id: string; name: string; about: string; to: string }
export type OptionGroup = { name: string; options: ListOption[] }

type Props = {
  id: string
  label: string
  groups: OptionGroup[]
  chosen: ListOption | undefined
  onOpen: (option: ListOption) => void
}

/**
 * The list of a combobox (ARIA): the field above keeps the focus and the keys, no native list can be under one and hold
 * groups. The field tells which option is chosen; the list keeps that one in sight.
 */
export function OptionList({ id, label, groups, chosen, onOpen }: Props) {
  return (
    <div id={id} className="palette" role="listbox" aria-label={label}>
      {groups.map((group) => (
        <div key={group.name} role="group" aria-label={group.name}>
          <div className="palette-group" aria-hidden="true">
            {group.name}
          </div>
          {group.options.map((option) => (
            <Option
              key={option.id}
              id={`${id}-${option.id}`}
              option={option}
              isChosen={option === chosen}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

type OptionProps = { id: string; option: ListOption; isChosen: boolean; onOpen: Props['onOpen'] }

function Option({ id, option, isChosen, onOpen }: OptionProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onClick={() => onOpen(option)}
    >
      <b>{option.name}</b> {option.about !== '' && <span className="unknown">{option.about}</span>}
    </div>
  )
}
