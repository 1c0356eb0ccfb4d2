/** How well texts are matched, measured on real ones: `npm run bench:matching`, or `-- likeness` for one. */
import { runBenches } from '../../support/run-benches.ts'

runBenches(import.meta.dirname, ['all'])
