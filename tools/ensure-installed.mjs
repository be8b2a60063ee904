// Runs before `npm start` and `npm test`, on any Node and without any package: installs when the installed packages differ from the
// lockfile.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const MARK = 'node_modules/.samenloop-lock'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

if (!existsSync(MARK) || readFileSync(MARK, 'utf8') !== wanted) {
  console.log('Installing the packages of package-lock.json; this takes about a minute …')
  // `npm ci` is not used: it requires the packages of every platform in the lockfile, and a registry may have only some. `--no-save`
  // installs the locked versions, checked against their hashes, without changing the lockfile. Development packages are installed also
  // under NODE_ENV=production, because the mark stands for all packages.
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
