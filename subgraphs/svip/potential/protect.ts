import type { Count, Figures } from './figures.ts'

/** From how many addresses on a count is shown to a municipality. */
export const SMALLEST = 10

/**
 * Hides small counts, and with them as much as it takes that subtracting what is shown tells none of them (disclosure control:
 * secondary suppression). How many addresses have a report a municipality may list under its own basis, so `handled` and
 * `bothRunning` are hidden together: one would give the other.
 */
export function protect(figures: Figures<number>): Figures {
  const { total, noReport, handled, bothRunning, damageOnly } = figures
  const shown = Math.min(noReport, handled, bothRunning) >= SMALLEST
  const running = shown ? bothRunning : null
  const phases = hideSmall(
    large(noReport),
    figures.noReportByPhase.map(({ count }) => count),
  )
  const parts = hideSmall(running, [...figures.groups.map(({ count }) => count), figures.outsideMatrix])
  const groups = figures.groups.map(({ group }, index) => ({ group, count: parts[index] ?? null }))
  return {
    total: large(total),
    noReport: large(noReport),
    handled: shown ? handled : null,
    bothRunning: running,
    noReportByPhase: figures.noReportByPhase.map(({ phase }, index) => ({
      phase,
      count: phases[index] ?? null,
    })),
    damageOnly: large(damageOnly),
    cells: protectCells(figures, groups),
    groups,
    outsideMatrix: parts.at(-1) ?? null,
  }
}

const large = (count: number): Count => (count >= SMALLEST ? count : null)

function protectCells(figures: Figures<number>, groups: Figures['groups']): Figures['cells'] {
  const counts = new Map(
    groups.flatMap(({ group, count }) => {
      const cells = figures.cells.filter((cell) => cell.group === group)
      const safe = hideSmall(
        count,
        cells.map((cell) => cell.count),
      )
      return cells.map((cell, index) => [cell, safe[index] ?? null] as const)
    }),
  )
  return figures.cells.map((cell) => ({ ...cell, count: counts.get(cell) ?? null }))
}

/**
 * Hides the small ones among the parts of a whole. What is hidden together can be computed from the rest, so it must be two at
 * least, and not small together either: the smallest others are hidden until it is so. Of a whole that is hidden all parts are.
 */
export function hideSmall(whole: Count, parts: readonly number[]): readonly Count[] {
  if (whole === null) return parts.map(() => null)
  const ascending = parts.map((count, index) => ({ count, index })).sort((a, b) => a.count - b.count)
  let hidden = ascending.filter(({ count }) => count < SMALLEST).length
  const together = () => ascending.slice(0, hidden).reduce((sum, { count }) => sum + count, 0)
  while (hidden > 0 && hidden < parts.length && (hidden < 2 || together() < SMALLEST)) hidden++
  const indexes = new Set(ascending.slice(0, hidden).map(({ index }) => index))
  return parts.map((count, index) => (indexes.has(index) ? null : count))
}
