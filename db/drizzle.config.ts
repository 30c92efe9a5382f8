import { defineConfig } from 'drizzle-kit'

// `npm run db:generate` runs this once per engine; both folders are committed.
const onPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')

export default defineConfig({
  dialect: onPostgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/index.server.ts',
  out: `./db/migrations/${onPostgres ? 'postgres' : 'sqlite'}`,
  casing: 'snake_case',
})
