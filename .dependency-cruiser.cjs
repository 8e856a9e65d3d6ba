/** The table of docs/architecture.md: which room may import which. Everything else is refused. */
const table = {
  domain: { rooms: [], npm: [] },
  proof: { rooms: [], npm: ['@noble/hashes', '@noble/curves'] },
  rulebook: { rooms: ['domain', 'proof'], npm: ['yaml', 'zod'] },
  casework: { rooms: ['domain', 'proof', 'rulebook'], npm: ['zod', '@cedar-policy/cedar-wasm'] },
  store: { rooms: ['casework', 'domain', 'proof'] },
  exchange: { rooms: ['casework', 'domain'] },
  pages: { rooms: ['domain'], npm: ['hono', 'i18next', 'd3-scale', 'd3-shape'] },
  portal: { rooms: ['casework', 'pages', 'proof', 'domain'] },
  lab: { rooms: ['domain', 'proof', 'rulebook', 'pages'] },
  demo: { rooms: ['domain', 'rulebook', 'exchange'] },
  cli: {
    rooms: ['domain', 'proof', 'rulebook', 'casework', 'store', 'exchange', 'portal', 'demo'],
  },
};

/** Rooms without effects: no Node modules either. */
const pure = ['domain', 'proof', 'rulebook', 'casework', 'pages'];
const tests = '\\.(test|test-support)\\.tsx?$';

const roomRules = Object.entries(table).map(([room, { rooms }]) => ({
  name: `${room}-rooms`,
  comment: `${room} may import ${rooms.join(', ') || 'no other room'}.`,
  severity: 'error',
  from: { path: `^packages/${room}/src`, pathNot: tests },
  to: { path: '^packages/([^/]+)/', pathNot: `^packages/(${[room, ...rooms].join('|')})/` },
}));

const npmRules = Object.entries(table)
  .filter(([, { npm }]) => npm)
  .map(([room, { npm }]) => ({
    name: `${room}-npm`,
    comment: `${room} may use ${npm.join(', ') || 'no package from npm'}.`,
    severity: 'error',
    from: { path: `^packages/${room}/src`, pathNot: tests },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional'],
      pathNot: npm.length ? `node_modules/(${npm.join('|')})/` : '^$',
    },
  }));

module.exports = {
  forbidden: [
    ...roomRules,
    ...npmRules,
    {
      name: 'pure-rooms-no-node',
      severity: 'error',
      from: { path: `^packages/(${pure.join('|')})/src`, pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'by-package-name',
      comment: 'Between packages import by package name, never by path.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src' },
      to: { path: '^packages/([^/]+)/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^packages' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: {
      conditionNames: ['@credence/source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
