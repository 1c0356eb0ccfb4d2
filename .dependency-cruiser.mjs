/**
 * Who may import whom. The one place of these rules: `npm run imports` reads it, and
 * test/architecture/imports.test.ts proves that it looks at every module and that each rule bites.
 *
 * TypeScript 7 has no parser to offer here, hence swc; with the `tsConfig` option nothing is read.
 */
const doors = '^src/((main|demo|cli|worker)[.]ts$|cli/)'
const drivers = '(^|node_modules/)(drizzle-orm|better-sqlite3|pg)(/|$)'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule('no-cycles', 'no module imports itself, however far round', {}, { circular: true }),
    rule(
      'domain-is-pure',
      'domain imports only domain and zod: no clock, no I/O, no hashing',
      { path: '^src/domain/' },
      { pathNot: ['^src/domain/', '(^|node_modules/)zod(/|$)'] },
    ),
    rule(
      'side-rooms-know-only-the-domain',
      'ingest, matching and interchange import domain, and none of the rooms below',
      { path: '^src/(ingest|matching|interchange)/' },
      { path: '^(src|views)/', pathNot: '^src/(ingest|matching|interchange|domain)/' },
    ),
    rule(
      'store-knows-domain-and-matching',
      'store imports domain and matching',
      { path: '^src/store/' },
      { path: '^(src|views)/', pathNot: '^src/(store|domain|matching)/' },
    ),
    rule(
      'desk-knows-no-pages',
      'desk imports the rooms above and config, never web, views or a door',
      { path: '^src/desk/' },
      { path: ['^views/', '^src/web/', doors] },
    ),
    rule(
      'views-know-only-the-domain',
      'views import domain and views',
      { path: '^views/' },
      { path: '^src/', pathNot: '^src/domain/' },
    ),
    rule(
      'web-never-reaches-the-store',
      'web imports desk, domain, interchange and views',
      { path: '^src/web/' },
      { path: '^src/', pathNot: '^src/(web|desk|domain|interchange)/' },
    ),
    rule(
      'doors-open-the-desk',
      'a door imports desk and config; the terminal has a room behind its door',
      { path: doors, pathNot: '^src/(main|demo)[.]ts$' },
      { path: '^(src|views)/', pathNot: ['^src/(desk|cli)/', '^src/config[.]ts$'] },
    ),
    rule(
      'main-serves-the-desk',
      'main and demo import desk, web and config',
      { path: '^src/(main|demo)[.]ts$' },
      { path: '^(src|views)/', pathNot: ['^src/(desk|web)/', '^src/config[.]ts$'] },
    ),
    rule(
      'config-stands-alone',
      'config imports no room but domain',
      { path: '^src/config[.]ts$' },
      { path: '^(src|views)/', pathNot: '^src/domain/' },
    ),
    rule(
      'drivers-only-in-store',
      'drizzle and the database drivers are known to the store alone',
      { pathNot: '^src/store/' },
      { path: drivers },
    ),
    rule(
      'no-tests-in-the-house',
      'src and views run without test/ and without what only development installs',
      { path: '^(src|views)/' },
      { path: '^test/' },
    ),
    rule(
      'no-development-packages',
      'what src and views import is a dependency, not a development one',
      { path: '^(src|views)/' },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: '^node_modules/@types/',
      },
    ),
    rule('no-dead-ends', 'every import leads somewhere', {}, { couldNotResolve: true }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^views/assets/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default'],
    },
  },
}
