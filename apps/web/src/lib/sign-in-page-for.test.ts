import { expect, test } from 'vitest'
import { signInPageFor } from './sign-in-page-for.ts'

test.each([
  ['/my', '/login'],
  ['/my/accounts/1', '/login'],
  ['/profile', '/login'],
  ['/invitation', '/login'],
  ['/staff', '/staff/login'],
  ['/staff/organisations', '/staff/login'],
  ['/business', '/business'],
  ['/cabinet', '/pokazanie'],
  ['/cabinet/submissions/2026-1', '/pokazanie'],
  ['/mycology', '/pokazanie'],
])('whoever is signed out of %s signs in again at %s', (page, door) => {
  expect(signInPageFor(page)).toBe(door)
})
