import fc from 'fast-check'

// The same cases every time, so that a failure is of the change and not of the draw; `FC_SEED` draws others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 2026_11_22) })
