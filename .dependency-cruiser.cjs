/**
 * Who may import whom (docs/architecture.md). Every comment says what to do instead.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const tests = '\\.(test|testing)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment:
        'A rule gets facts and a date and gives a decision: it imports only rules, #statistics and #shared. ' +
        'Load what it needs in the operation and hand it in.',
      from: { path: '^src/modules/[^/]+/rules/', pathNot: tests },
      to: {
        pathNot: ['^src/modules/[^/]+/rules/', '^src/statistics/', '^src/shared/', '^src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'module-through-its-index',
      severity: 'error',
      comment:
        'Another module is used through its index.ts (types, rules, components) or, from server code, its index.server.ts. ' +
        'Export what you need there.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index(\\.server)?\\.ts$'] },
    },
    {
      name: 'page-code-stays-off-the-server',
      severity: 'error',
      comment:
        'ui, rules, inputs, text and index.ts also run in the browser: they import nothing from a server folder. ' +
        "Get the data through an operation in the route's load function.",
      from: {
        path: '^src/(modules/[^/]+/((ui|rules|text)/|inputs\\.ts|index\\.ts)|ui/|statistics/(?!server/)|shared/|platform/text/)',
        pathNot: tests,
      },
      to: { path: '(/server/|\\.server\\.ts$)' },
    },
    {
      name: 'ui-of-a-module',
      severity: 'error',
      comment:
        "A module's ui imports its own ui, rules, inputs and text, another module's index.ts, #ui, #shared, #platform/text and #platform/forms.",
      from: { path: '^src/modules/([^/]+)/ui/', pathNot: tests },
      to: {
        path: '^src/',
        pathNot: [
          '^src/modules/$1/(ui|rules|text)/',
          '^src/modules/$1/(inputs|index)\\.ts$',
          '^src/modules/[^/]+/index\\.ts$',
          '^src/(ui|shared|platform/text|platform/forms)/',
        ],
      },
    },
    {
      name: 'routes-are-a-table-of-contents',
      severity: 'error',
      comment:
        "A route binds its URL to operations and renders a module's …Page: it imports operations, index files, …Page (or …Frame) components and texts. " +
        'Put the rest into the module.',
      from: { path: '^src/routes/', pathNot: tests },
      to: {
        path: '^src/modules/',
        pathNot: [
          '^src/modules/[^/]+/server/(operations|[a-z][A-Za-z]*Operations)(\\.ts|/)',
          '^src/modules/[^/]+/index(\\.server)?\\.ts$',
          '^src/modules/[^/]+/ui/[^/]+(Page|Frame)\\.svelte$',
          '^src/modules/[^/]+/text/',
        ],
      },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      comment: 'The platform carries the modules and knows none. Let the module register itself, or hand the data in.',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^src/(modules|routes)/' },
    },
    {
      name: 'leaves-import-nothing-of-ours',
      severity: 'error',
      comment:
        'statistics, shared and ui know nothing of the product. Hand in what they need as a parameter or a prop.',
      from: { path: '^src/(statistics|shared|ui)/' },
      to: { path: '^(src|cli|database)/', pathNot: ['^src/$1/', '^src/shared/'] },
    },
    {
      name: 'driver-stays-in-the-database-folder',
      severity: 'error',
      comment:
        'Only platform/server/database opens connections. Ask for a handle: declare an operation, or write a store function that gets `db`.',
      from: { path: '^(src|cli|database)/', pathNot: ['^src/platform/server/database/', tests] },
      to: { path: 'node_modules/pg/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      comment:
        'What the product needs lies in src, cli or database; scripts, tests and bench may use it, not the other way round.',
      from: { path: '^(src|cli|database)/', pathNot: tests },
      to: { path: '^(scripts|tests|bench)/' },
    },
    {
      name: 'source-knows-no-command-line',
      severity: 'error',
      comment: 'The command line calls the modules. Move what both need into the module or the platform.',
      from: { path: '^src/' },
      to: { path: '^cli/' },
    },
    {
      name: 'commands-through-the-index',
      severity: 'error',
      comment:
        'A command uses a module through its index files, or one of the entries in src/modules (app, operations, seed).',
      from: { path: '^cli/' },
      to: {
        path: '^src/modules/',
        pathNot: ['^src/modules/[^/]+\\.server\\.ts$', '^src/modules/[^/]+/index(\\.server)?\\.ts$'],
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment:
        'Two files that need each other are one thing, or hide a third. Move what both need into a file of its own.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-that-exist',
      severity: 'error',
      comment:
        'This import leads nowhere. Write the extension, and start with #modules/, #platform/, #shared/, #statistics/ or #ui/.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^\\$(app|env|service-worker)' },
    },
    {
      name: 'product-runs-on-dependencies',
      severity: 'error',
      comment:
        'The running product may not need a development tool. Move the package to "dependencies" in package.json.',
      from: { path: '^(src|cli|database)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@sveltejs/kit/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.svelte-kit)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.svelte', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
