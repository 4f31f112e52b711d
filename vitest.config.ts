import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  test: {
    passWithNoTests: true,
    // Files of a worker share its modules, which takes two thirds of the time: what one sets, it takes back.
    isolate: false,
    // Left to itself it keeps one of two processors free.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{domain,messages,components,scripts}/**/*.test.{ts,tsx,mjs}'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{db,app}/**/*.test.{ts,tsx}'],
          globalSetup: ['db/testing/cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
