import tseslint from 'typescript-eslint';

/** Time and chance are injected; only the composition root and build scripts may touch the real ones. */
const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the moment from the injected clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the moment from the injected clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Use createRandom of domain/random.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Name the export.' },
  {
    selector: "CallExpression[callee.object.name='vi'][callee.property.name='mock']",
    message: 'Pass a fake port instead of mocking a module.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '.credence/**',
      'packages/cli/bin/**',
      'packages/lab/bin/**',
      'coverage/**',
      'data/**',
      '*.config.{js,ts}',
      '**/*.{mjs,cjs}',
      // Runs in a browser as it stands; its journey drops a file on it.
      'packages/portal/script/**',
      'packages/lab/script/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.check.json' } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', ...impure],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Code points are what the names and codes of the field are counted in.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }] },
      ],
      eqeqeq: 'error',
    },
  },
  {
    // The edge reads the real clock once and hands it down.
    files: [
      'packages/cli/src/**',
      'scripts/**',
      'tests/**',
      '**/*.test.{ts,tsx}',
      '**/*.test-support.{ts,tsx}',
    ],
    rules: { 'no-restricted-syntax': ['error', ...impure.slice(3)] },
  },
);
