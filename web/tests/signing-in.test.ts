import { expect, test } from 'vitest'
import { nextPath } from '../src/platform/identity/parts/next'
import { verdicts } from '../src/platform/identity/parts/rules'

test.each(['/todos', '/exchange/records?page=2'])('after signing in %s is opened', (path) => {
  expect(nextPath(path)).toBe(path)
})

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'todos', undefined, ['/todos']])('%s leads nowhere but home', (address) => {
  expect(nextPath(address)).toBe('/')
})

const met = (newPassword: string, oldPassword = 'Old-secret-2025'): string[] =>
  verdicts({ username: 'zhangsan', oldPassword, newPassword }).filter((each) => each.met).map((each) => each.rule)

test('a long mixed password meets every rule', () => {
  expect(met('Sunny-day-2026')).toEqual(['length', 'kinds', 'name', 'different'])
})

test('each rule is told apart', () => {
  expect(met('')).toEqual([])
  expect(met('Ab1!')).toEqual(['kinds', 'name', 'different'])
  expect(met('Zhangsan-2026!')).toEqual(['length', 'kinds', 'different'])
  expect(met('Old-secret-2025')).toEqual(['length', 'kinds', 'name'])
  expect(met('abcdefghijklmnop')).toEqual(['length', 'name', 'different'])
})
