import tseslint from 'typescript-eslint';

/**
 * What a machine can hold us to. Rules that need types are left to `tsc`: reading every file's
 * types a second time would make linting slower than the tests.
 */
export default tseslint.config(
  { ignores: ['dist/', '.vscode-test/', 'server/src/core/generated/', '**/*.tmp.*'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    linterOptions: { noInlineConfig: true },
    rules: {
      'max-len': ['error', { code: 220, ignoreComments: true, ignoreRegExpLiterals: true, ignoreStrings: true, ignoreTemplateLiterals: true }],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 60],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      'prefer-const': 'error',
    },
  },
  {
    // V8 works out the characters of each \p when it comes to the expression: 30 µs, and 5 ms of every start when all stood in modules
    files: ['server/src/core/**'],
    rules: {
      'no-restricted-syntax': ['error', {
        selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > Literal[regex.pattern=/\\p[{]/]',
        message: 'Make expressions with \\p when they are first used: const NAME = (): RegExp => /…/u.',
      }],
    },
  },
  {
    // `describe` and a rule's table of cases are as long as there are cases
    files: ['test/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['scripts/**', 'bench/**', 'test/e2e/**'], rules: { 'no-console': 'off' } },
);
