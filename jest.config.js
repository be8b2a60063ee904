/**
 * Kinds of tests. `parts`: beside the code, with a real PostgreSQL at hand. `system`: in `test/`, against five real processes with a
 * small world, started once for the run. `noninterference`: two whole systems side by side. Only what a run needs is started.
 */
const common = {
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
  setupFiles: ['<rootDir>/test/support/fast-check.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
}

export default {
  // A guard against what hangs, on the slowest machine too; nothing is measured by it.
  testTimeout: 300_000,
  projects: [
    {
      ...common,
      displayName: 'parts',
      testMatch: ['<rootDir>/{bench,dev,gateway,kernel,subgraphs,tools}/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/setup-parts.ts',
      globalTeardown: '<rootDir>/test/support/teardown-parts.ts',
    },
    {
      ...common,
      displayName: 'system',
      testMatch: ['<rootDir>/test/!(portability|noninterference)/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/setup-system.ts',
      globalTeardown: '<rootDir>/test/support/teardown-system.ts',
    },
    {
      ...common,
      // With two systems of its own.
      displayName: 'noninterference',
      testMatch: ['<rootDir>/test/noninterference/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'portability',
      testMatch: [
        '<rootDir>/test/portability/*.test.ts',
        '<rootDir>/test/federation/{break-glass,consent,decisions,disclosures,files,obligations,subject-access,unified-address}.test.ts',
        '<rootDir>/test/attacks/{break-glass,direct,existence,grants,log,loopholes,resident}.test.ts',
      ],
      globalSetup: '<rootDir>/test/portability/setup.ts',
      globalTeardown: '<rootDir>/test/support/teardown-system.ts',
    },
  ],
}
