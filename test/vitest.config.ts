import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './test/support/closing-lines.ts'],
    // A process for each file: what a test leaves open ends with it, and native modules are at ease.
    pool: 'forks',
    // Most files wait for a browser or a process of their own: one worker fewer than there are cores
    // would leave half of a small machine idle.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    allowOnly: false,
    // Pages and dates must not depend on where the machine stands.
    env: { TZ: 'America/St_Johns', NODE_ENV: 'test' },
  },
})
