import { afterEach, beforeEach, expect, vi } from 'vitest'

// Whatever is written to console.error is a defect until a test says that it expects it.
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([])
})
