import { readdirSync } from 'node:fs'
import type { Endpoint } from '@rodnik/contract/endpoint'

const CONTRACT = new URL('../../../packages/contract/src/', import.meta.url)

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isEndpoint = (value: unknown): value is Endpoint =>
  isObject(value) && 'method' in value && 'url' in value && 'config' in value

/** An endpoint by itself, or several that are given together. */
const endpointsOf = (value: unknown): Endpoint[] => {
  if (isEndpoint(value)) return [value]
  return isObject(value) ? Object.values(value).filter(isEndpoint) : []
}

/** «GET /api/v1/site» for everything that the contract calls an endpoint. */
export async function endpointsOfContract(): Promise<string[]> {
  const files = readdirSync(CONTRACT).filter((name) => name.endsWith('.ts'))
  const modules = await Promise.all(files.map((name) => import(new URL(name, CONTRACT).href)))
  const endpoints = modules.flatMap((module: object) => Object.values(module).flatMap(endpointsOf))
  const names = endpoints.map(({ method, url }) => `${method} /api/v1${url.replaceAll(/:(\w+)/g, '{$1}')}`)
  return [...new Set(names)].toSorted()
}
