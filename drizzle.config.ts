import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: ['./db/schema/record.ts', './db/schema/edition.ts', './db/schema/desk.ts'],
  out: './drizzle',
})
