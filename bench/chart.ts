import { median } from './measure.ts'
import type { Outcome } from './report.ts'

/** The results as a bar chart: requests per second of every contender, in groups per scenario. */

const WIDTH = 900
const LEFT = 300
const BAR = 22
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Draws the chart as SVG, legible on a light and a dark page. */
export function chart(outcomes: readonly Outcome[], caption: string): string {
  let y = 40
  const parts: string[] = [text(20, 24, caption, 14, 'bold')]
  for (const { scenario, title, ours, measured } of outcomes) {
    y += 30
    parts.push(text(20, y, `${scenario}: ${title}; requests per second`, 13, 'bold'))
    y += 10
    const values = measured.map(({ rounds }) => median(rounds.map((round) => round.requestsPerSecond)))
    const most = Math.max(...values)
    for (const [index, { name }] of measured.entries()) {
      const value = values[index] ?? 0
      const width = Math.max(1, (value / most) * (WIDTH - LEFT - 100))
      parts.push(
        text(LEFT - 10, y + 15, name, 12, 'normal', 'end'),
        `<rect x="${LEFT}" y="${y + 2}" width="${width.toFixed(1)}" height="${BAR - 6}" fill="${name === ours ? '#154273' : '#8a98ab'}"/>`,
        text(LEFT + width + 8, y + 15, value.toFixed(0), 12),
      )
      y += BAR
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 20}" font-family="sans-serif" role="img">
<title>${escaped(caption)}</title>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`
}

const text = (
  x: number,
  y: number,
  value: string,
  size: number,
  weight = 'normal',
  anchor = 'start',
): string =>
  `<text x="${x.toFixed(0)}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${escaped(value)}</text>`
