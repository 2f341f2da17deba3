type Props = { hasMore: boolean; isLoading: boolean; label: string; onMore: () => void }

/** The next page of a list, under it. */
export function MoreButton({ hasMore, isLoading, label, onMore }: Props) {
  if (!hasMore) return null
  return (
    <button type="button" className="quiet more" aria-disabled={isLoading} onClick={onMore}>
      {label}
    </button>
  )
}
