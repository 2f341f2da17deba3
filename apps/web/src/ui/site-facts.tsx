import type { Site } from '@rodnik/contract/site'
import { daysBetween } from '@rodnik/domain/calendar/days'
import type { ReactNode } from 'react'
import { useSpeech } from '../lib/language.tsx'
import { nextOpening } from '../lib/next-opening.ts'
import { useSite } from '../lib/site.queries.ts'
import { CallLink } from './call-link.tsx'
import { Blank } from './skeleton.tsx'

/** Three facts people come for: until when, how much, whom to call. */
export function SiteFacts() {
  const { words } = useSpeech()
  const { home } = words
  const site = useSite()
  return (
    <ul className="facts" aria-label={home.facts}>
      {site ? <WindowFact site={site} /> : <Fact />}
      {site ? <PriceFact site={site} /> : <Fact />}
      {site ? <Fact title={<CallLink className="plain" />}>{home.call}</Fact> : <Fact />}
    </ul>
  )
}

function Fact({ title, children }: { title?: ReactNode; children?: ReactNode }) {
  return (
    <li className="fact">
      <b>{title ?? <Blank width="9ch" />}</b>
      {children ?? <Blank width="70%" />}
    </li>
  )
}

function WindowFact({ site }: { site: Site }) {
  const { words, format } = useSpeech()
  const { home } = words
  const { window, today } = site
  if (!window.isOpen) {
    return <Fact title={home.closedTitle(format.day(nextOpening(site), today))}>{home.closed}</Fact>
  }
  // The closing day itself counts: on the 22nd «по 25-е включительно» leaves three more days after today.
  const daysLeft = daysBetween(today, window.closesOn)
  return (
    <Fact title={home.untilDay(format.day(window.closesOn, today))}>
      {daysLeft === 0 ? home.lastDay : home.accepting(words.days(daysLeft), daysLeft)}
    </Fact>
  )
}

function PriceFact({ site: { prices } }: { site: Site }) {
  const { words, format } = useSpeech()
  const { home } = words
  if (!prices) return <Fact title={home.noPrice}>{home.noPriceHint}</Fact>
  return (
    <Fact title={home.price(format.money(prices.coldWaterKopecks))}>
      {home.prices(format.money(prices.wastewaterKopecks))}
    </Fact>
  )
}
