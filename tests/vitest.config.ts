import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

// The same domain tests run on both engines; what needs a whole server or a browser runs once.
export default defineConfig({
  root,
  test: {
    // One worker a core, not one fewer: while a test waits for a server or the disk, the other runs.
    maxWorkers: 2,
    // Half the time went into loading the same modules anew for each file. Nothing that must be one is module state.
    isolate: false,
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          env: { DATABASE_URL: 'file:unused' },
          globalSetup: ['tests/support/sqlite-template.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          // `*.once.test.ts` has nothing to do with the engine, or brings its own.
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/**/*.once.test.ts'],
          env: { DATABASE_URL: 'postgres://unused' },
          globalSetup: ['tests/support/postgres-server.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          env: { DATABASE_URL: 'file:unused' },
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // After the others: a browser beside them would make everything slower and prove nothing more.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
