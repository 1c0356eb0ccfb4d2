import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './test/support/closing-lines.ts'],
    // A process for each file: what a test leaves open ends with it, and native modules are at ease.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    allowOnly: false,
    // Pages and dates must not depend on where the machine stands.
    env: { TZ: 'America/St_Johns', NODE_ENV: 'test' },
  },
})
