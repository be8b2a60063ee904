// Runs before `npm start` and `npm test`, on whatever Node the machine has and without any package: installs when the
// installed packages are not those of the lockfile.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const MARK = 'node_modules/.samenloop-lock'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

if (!existsSync(MARK) || readFileSync(MARK, 'utf8') !== wanted) {
  console.log('Installing the packages of package-lock.json; this takes about a minute …')
  // Not `npm ci`: it insists on the packages of every platform being in the lockfile, and a registry may hold only some.
  // `--no-save` installs the locked versions, checked against their hashes, and leaves the lockfile alone.
  // With the packages for development also under NODE_ENV=production: the mark says that all are there.
  const arguments_ = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', arguments_, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(
      'The packages could not be installed. Check the connection to the npm registry and try again.',
    )
    process.exit(1)
  }
  writeFileSync(MARK, wanted)
}
