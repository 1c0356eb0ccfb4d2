/** Every bench, one after the other, or one of them: `npm run bench`, `npm run bench -- ledger 100000`. */
import { runBenches } from '../support/run-benches.ts'

runBenches(import.meta.dirname, ['all', 'frame'])
