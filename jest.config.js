/** Jest reads TypeScript through swc; the types are checked by `npm run check`. */
export default {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/setup/errors.mjs'],
  // Databases and browsers start and stop in some of them, on machines that are busy with others.
  testTimeout: 60_000,
  maxWorkers: '100%',
  // Modules that Jest has loaded are never freed: a worker that holds too many begins anew.
  workerIdleMemoryLimit: '1GB',
}
