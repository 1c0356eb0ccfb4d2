import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * After Vitest's own summary: what was skipped, by name, and a last plain line
 * `N passed, N failed, N skipped` that any script can read.
 */
export default class ClosingLines implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string) => tests.filter((test) => test.result().state === state)
    // A file that cannot be loaded has no tests to fail, yet it is a failure.
    const broken = modules.filter(
      (module) => module.state() === 'failed' && !hasFailure([...module.children.allTests()]),
    )
    const skipped = [...inState('skipped'), ...inState('pending')]
    const failed = inState('failed').length + broken.length + unhandledErrors.length

    for (const name of new Set(skipped.map(groupOf))) console.log(`skipped: ${name}`)
    const counts = [`${inState('passed').length} passed`, `${failed} failed`]
    if (skipped.length > 0) counts.push(`${skipped.length} skipped`)
    console.log(counts.join(', '))
  }
}

function hasFailure(tests: TestCase[]): boolean {
  return tests.some((test) => test.result().state === 'failed')
}

/** The outermost group of a test, which says why it was skipped; alone, the test itself. */
function groupOf(test: TestCase): string {
  let name = test.name
  for (let at = test.parent; at.type === 'suite'; at = at.parent) name = at.name
  return name
}
