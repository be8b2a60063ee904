import fc from 'fast-check'

// A fixed seed, so that a failure is caused by the change and not by chance; `FC_SEED` sets another.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 2026_11_22) })
