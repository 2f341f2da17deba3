import type { NewsItem } from '@rodnik/contract/news'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { newsItemQuery, newsQuery } from '../features/notices/notices.queries.ts'
import { Prose } from '../features/notices/prose.tsx'
import { useSpeech } from '../lib/language.tsx'
import { useNoticesWords } from '../lib/notices-words.ts'
import { useCityTime } from '../lib/use-city-time.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/accounts.css'
import '../ui/styles/notices.css'

/** What is published now, the pinned first. */
export function NewsPage() {
  const { news: say } = useNoticesWords()
  const query = useQuery(newsQuery)
  return (
    <Loaded query={query}>
      {({ news }) => (
        <Page title={say.title} lead={news.length === 0 ? say.none : say.lead}>
          <ul className="rows">
            {news.map((item) => (
              <Headline key={item.id} item={item} />
            ))}
          </ul>
        </Page>
      )}
    </Loaded>
  )
}

function Headline({ item }: { item: NewsItem }) {
  const { news: say } = useNoticesWords()
  const { language } = useSpeech()
  const { moment } = useCityTime()
  return (
    <li>
      <h2 className="headline">
        <Link to={`/news/${item.id}`}>{item.title[language]}</Link>{' '}
        {item.isPinned && <span className="tag warn">{say.pinned}</span>}
      </h2>
      <p className="hint">{moment(item.publishedAt)}</p>
    </li>
  )
}

export function NewsItemPage() {
  const { news: say } = useNoticesWords()
  const { language } = useSpeech()
  const { moment } = useCityTime()
  const { id = '' } = useParams()
  const query = useQuery(newsItemQuery(id))
  return (
    <Loaded query={query}>
      {({ title, body, publishedAt }) => (
        <Page title={title[language]} lead={moment(publishedAt)}>
          <article className="card news">
            <Prose text={body[language]} />
          </article>
          <p className="actions">
            <Link to="/news">{say.all}</Link>
          </p>
        </Page>
      )}
    </Loaded>
  )
}
