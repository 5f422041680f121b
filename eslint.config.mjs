import tseslint from 'typescript-eslint';

/** Who may import whom (docs/architecture.md): a room sees itself and the rooms to its left. */
const rooms = [
  'model',
  'anchoring',
  'sidecar',
  'corpus',
  'suggest',
  'analysis',
  'exchange',
  'pictures',
  'editor',
  'webview',
  'cli',
];
const mayImport = {
  model: [],
  anchoring: ['model'],
  sidecar: ['model'],
  corpus: ['model', 'anchoring', 'sidecar'],
  suggest: ['model', 'anchoring', 'sidecar', 'corpus'],
  analysis: ['model', 'anchoring', 'sidecar', 'corpus'],
  exchange: ['model', 'anchoring', 'sidecar', 'corpus', 'analysis'],
  pictures: ['model', 'analysis'],
  editor: ['model', 'anchoring', 'sidecar', 'corpus', 'suggest', 'analysis', 'exchange'],
  webview: ['model', 'analysis', 'pictures'],
  cli: ['model', 'anchoring', 'sidecar', 'corpus', 'suggest', 'analysis', 'exchange', 'pictures'],
};
const pure = ['model', 'anchoring', 'sidecar', 'corpus', 'suggest', 'analysis', 'exchange', 'pictures'];
const hostModules = [
  { group: ['vscode', 'vscode/*'], message: 'Only editor/ knows VS Code.' },
  {
    group: ['node:*', 'fs', 'path', 'os', 'crypto', 'child_process', 'util'],
    message: 'No Node built-ins: this room runs in the web worker host too.',
  },
];
const hostGlobals = [
  'process',
  'Buffer',
  'require',
  'window',
  'document',
  'navigator',
  'setImmediate',
  '__dirname',
].map((name) => ({
  name,
  message: 'Neither Node nor the browser is known in this room.',
}));

const roomRules = rooms.map((room) => {
  const closed = rooms.filter((other) => other !== room && !mayImport[room].includes(other));
  const patterns = closed.map((other) => ({
    // The editor's panels of pictures are no part of the room that draws them.
    group: [`**/${other}/*`, `**/${other}`, `!**/panels/${other}`, `!**/panels/${other}/*`],
    message: `${room} must not import ${other}.`,
  }));
  if (pure.includes(room) || room === 'webview') patterns.push(...hostModules);
  if (room === 'editor') patterns.push(hostModules[1]);
  return {
    files: [`src/${room}/**/*.ts`],
    ignores: ['src/editor/platform/node.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      ...(pure.includes(room) ? { 'no-restricted-globals': ['error', ...hostGlobals] } : {}),
    },
  };
});

export default tseslint.config(
  { ignores: ['dist', 'dist-tests', 'node_modules', '.vscode-test'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A field is left out of an object by naming it beside a rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  { files: ['*.config.mjs'], rules: { 'no-restricted-exports': 'off' } },
  ...roomRules,
);
