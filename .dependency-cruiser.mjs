const allow = (name, from, pathNot, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '[.]test[.]tsx?$' },
  to: { path: '.', pathNot },
})

const MODULE = '^apps/api/src/modules/([^/]+)/'
const FEATURE = '^apps/web/src/features/([^/]+)/'

// A module may import only the modules named before it.
const MODULE_ORDER = [
  'notifications',
  'info',
  'accounts',
  'attachments',
  'notices',
  'library',
  'readings',
  'meters',
  'billing',
  'payments',
  'appointments',
  'imports',
  'organisations',
  'auth',
  'integrators',
  'requests',
  'visits',
  'people',
  'staff',
]
const inOrder = MODULE_ORDER.slice(0, -1).map((name, i) => ({
  name: `${name}-imports-only-what-comes-before`,
  severity: 'error',
  // A test may walk through later modules: what a reading becomes is shown with real imports.
  from: { path: `^apps/api/src/modules/${name}/`, pathNot: '[.]test[.]ts$' },
  to: { path: `^apps/api/src/modules/(${MODULE_ORDER.slice(i + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...inOrder,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    allow(
      'domain-is-pure',
      '^packages/domain/',
      ['^packages/(contract|domain)/'],
      'rules import the contract and other rules: no I/O, no framework',
    ),
    allow(
      'contract-stands-alone',
      '^packages/contract/',
      ['^packages/contract/', 'node_modules/.*zod/'],
      'the contract knows zod and nothing else',
    ),
    {
      name: 'modules-meet-at-the-index',
      severity: 'error',
      from: { path: MODULE },
      to: { path: '^apps/api/src/modules/', pathNot: ['^apps/api/src/modules/$1/', '/index[.]ts$'] },
    },
    {
      name: 'features-do-not-meet',
      comment:
        'files go with the message of any feature: attachments is a field of forms, and knows no feature',
      severity: 'error',
      from: { path: FEATURE },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/($1|attachments)/' },
    },
    {
      name: 'web-points-down',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|lib|locales)/' },
      to: { path: '^apps/web/src/(app|pages|features)/' },
    },
    {
      name: 'api-points-down',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: '^apps/api/src/(modules|app|gateways)/' },
    },
    {
      name: 'gateways-know-no-module',
      comment:
        'a gateway speaks with one outside system; modules and tests use it through its port in platform',
      severity: 'error',
      from: { path: '^apps/api/src/gateways/([^/]+)/' },
      to: { path: '^apps/api/src/(modules|app|gateways)/', pathNot: '^apps/api/src/gateways/$1/' },
    },
    {
      name: 'modules-use-ports',
      severity: 'error',
      from: { path: '^apps/api/src/(modules|app)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^apps/api/src/gateways/' },
    },
    {
      name: 'only-repos-and-services-query',
      severity: 'error',
      from: { path: MODULE, pathNot: '([.](repo|service|test|sql)[.]ts$)' },
      to: { path: '/platform/(db[.]ts|prisma/)' },
    },
    {
      name: 'web-and-api-meet-in-the-contract',
      severity: 'error',
      // Tests of the API speak with the stand-ins of outside systems.
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/api/(test/|.*[.]test[.]ts$)' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'api-tests-know-the-sandbox',
      severity: 'error',
      from: { path: '^apps/api/(test/|.*[.]test[.]ts$)' },
      to: { path: '^apps/', pathNot: '^apps/(api|sandbox)/' },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { pathNot: '([.]test[.]tsx?$|/test/|^e2e/|[.]config[.]ts$|^scripts/test)' },
      to: { path: '([.]test[.]tsx?$|/test/)', pathNot: 'node_modules' },
    },
    {
      name: 'api-tests-know-only-the-sandbox',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^apps/', pathNot: '^apps/(api|sandbox)/' },
    },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: ['^apps/api/src/platform/prisma/', '/dist/'] },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  },
}
