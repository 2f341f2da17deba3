import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'

const Hello = z.object({ name: z.string() })

const fetchHello = async () => Hello.parse(await (await fetch('/api/hello')).json())

export function HelloPage() {
  const { data } = useQuery({ queryKey: ['hello'], queryFn: fetchHello })
  return <h1>Hello {data?.name}</h1>
}
