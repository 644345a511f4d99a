// The profile of a measure over its months: plan, forecast with its band, actual and what of it is verified.
import {
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  Tooltip,
  type TooltipItem,
} from 'chart.js';
import { useEffect, useRef, useState } from 'react';
import styles from './parts.module.css';

/** The page's own face: a canvas does not inherit it. */
const FONT = '"IBM Plex Sans", "IBM Plex Sans Arabic", sans-serif';
Chart.defaults.font.family = FONT;
Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler, Tooltip);

export type ProfileRole = 'plan1' | 'plan' | 'forecast' | 'low' | 'actual' | 'verified';

export interface ProfileSeries {
  readonly role: ProfileRole;
  readonly label: string;
  readonly values: readonly (number | null)[];
}

interface ProfileChartProps {
  /** The finding, as a sentence. */
  readonly title: string;
  /** The measure and its unit. */
  readonly subtitle: string;
  readonly months: readonly string[];
  readonly series: readonly ProfileSeries[];
  /** Ticks on the time axis: re-baselines and decisions. */
  readonly marks?: readonly { readonly at: number; readonly label: string }[];
  readonly number: (value: number) => string;
  readonly rightToLeft: boolean;
  readonly table: { readonly show: string; readonly hide: string; readonly month: string };
}

export function ProfileChart(props: ProfileChartProps) {
  const { title, subtitle, months, series, number, table } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [asTable, setAsTable] = useState(false);
  const theme = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme's colours are read anew when it changes
  useEffect(() => {
    if (asTable || !canvas.current) return;
    const chart = new Chart(canvas.current, configOf(props));
    return () => chart.destroy();
  }, [props, asTable, theme]);
  return (
    <figure className={styles.chart}>
      <figcaption>
        <strong>{title}</strong>
        <span className={styles.chartUnit}>{subtitle}</span>
        <button
          type="button"
          className={styles.chartToggle}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? table.hide : table.show}
        </button>
      </figcaption>
      {asTable ? (
        <div className={styles.chartTable} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{table.month}</th>
                {series.map(({ role, label }) => (
                  <th key={role} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((month, i) => (
                <tr key={month}>
                  <th scope="row">{month}</th>
                  {series.map(({ role, values }) => (
                    <td key={role}>{values[i] === null || values[i] === undefined ? '—' : number(values[i])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div className={styles.chartPlace}>
          <canvas ref={canvas} role="img" aria-label={`${title} ${subtitle}`} />
        </div>
      )}
    </figure>
  );
}

/** Counts up when the theme changes, so that the canvas is drawn in its colours. */
function useTheme(): string {
  const [theme, setTheme] = useState(document.documentElement.dataset.theme ?? '');
  useEffect(() => {
    const watch = new MutationObserver(() => setTheme(document.documentElement.dataset.theme ?? ''));
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => watch.disconnect();
  }, []);
  return theme;
}

function configOf({
  months,
  series,
  marks = [],
  number,
  rightToLeft,
}: ProfileChartProps): ChartConfiguration<'line', (number | null)[], string> {
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string) => styles.getPropertyValue(name).trim();
  const [ink, soft, accent, line, surface] = ['--ink', '--ink-soft', '--accent', '--line', '--surface'].map(colour) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const look: Record<ProfileRole, Partial<ChartDataset<'line', (number | null)[]>>> = {
    plan1: { borderColor: soft, borderWidth: 1, borderDash: [1, 3], pointRadius: 0 },
    plan: { borderColor: soft, borderWidth: 1.5, borderDash: [6, 4], pointRadius: 0 },
    low: { borderColor: accent, borderWidth: 0.5, pointRadius: 0 },
    forecast: { borderColor: accent, borderWidth: 2, pointRadius: 0, fill: '-1', backgroundColor: `${accent}22` },
    actual: {
      borderColor: ink,
      borderWidth: 2.5,
      pointRadius: 2,
      pointBackgroundColor: surface,
      pointBorderColor: ink,
    },
    verified: { borderColor: 'transparent', backgroundColor: ink, pointRadius: 4, pointStyle: 'rect', showLine: false },
  };
  const order: ProfileRole[] = ['plan1', 'plan', 'low', 'forecast', 'actual', 'verified'];
  const drawn = [...series].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  const hasLow = drawn.some(({ role }) => role === 'low');
  return {
    type: 'line',
    data: {
      labels: [...months],
      datasets: drawn.map(({ role, label, values }) => ({
        label,
        data: [...values],
        spanGaps: role !== 'forecast' && role !== 'low',
        ...look[role],
        // later roles lie on top of earlier ones
        order: order.length - order.indexOf(role),
        ...(role === 'forecast' && !hasLow ? { fill: false } : {}),
      })),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: rightToLeft ? { left: 110, top: 14 } : { right: 110, top: 14 } },
      plugins: {
        tooltip: {
          rtl: rightToLeft,
          callbacks: {
            label: (item: TooltipItem<'line'>) => `${item.dataset.label ?? ''}: ${number(item.parsed.y ?? 0)}`,
          },
        },
      },
      scales: {
        x: {
          reverse: rightToLeft,
          grid: { display: false },
          ticks: { color: soft, maxRotation: 0, autoSkipPadding: 16 },
        },
        y: {
          position: rightToLeft ? 'right' : 'left',
          grid: { color: line },
          border: { display: false },
          ticks: { color: soft, callback: (value: string | number) => number(Number(value)) },
        },
      },
    },
    plugins: [namesAtTheEnd(ink, surface, rightToLeft), ticksOf(marks, soft)],
  };
}

/** Pixels: a line that ends a few months earlier is still named at the edge, where names are kept apart. */
const NEAR_EDGE = 72;

/** Each line's name beside its last point: at the edge where it reaches it, moved apart where two would touch. */
function namesAtTheEnd(ink: string, halo: string, rightToLeft: boolean): Plugin<'line'> {
  return {
    id: 'names',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      const edge = rightToLeft ? chartArea.left : chartArea.right;
      const ends = chart.data.datasets.flatMap((dataset, i) => {
        const last = dataset.data.findLastIndex((value) => value !== null);
        const point = chart.getDatasetMeta(i).data[last];
        return point && dataset.label ? [{ x: point.x, y: point.y, label: dataset.label, i }] : [];
      });
      ctx.save();
      ctx.font = `12px ${FONT}`;
      ctx.fillStyle = ink;
      ctx.textBaseline = 'middle';
      ctx.direction = rightToLeft ? 'rtl' : 'ltr';
      const atEdge = ends.filter(({ x }) => Math.abs(x - edge) < NEAR_EDGE).sort((a, b) => a.y - b.y);
      ctx.textAlign = rightToLeft ? 'right' : 'left';
      let floor = Number.NEGATIVE_INFINITY;
      for (const { y, label } of atEdge) {
        const at = Math.max(y, floor + 15);
        ctx.fillText(label, edge + (rightToLeft ? -8 : 8), at, 100);
        floor = at;
      }
      // a line that ends within the chart is named there, the second one below its end
      ctx.strokeStyle = halo;
      ctx.lineWidth = 4;
      for (const [n, { x, y, label }] of ends.filter((end) => !atEdge.includes(end)).entries()) {
        const place = [x + (rightToLeft ? -10 : 10), y + (n === 0 ? -12 : 14)] as const;
        ctx.strokeText(label, ...place);
        ctx.fillText(label, ...place);
      }
      ctx.restore();
    },
  };
}

function ticksOf(marks: readonly { at: number; label: string }[], colour: string): Plugin<'line'> {
  return {
    id: 'ticks',
    afterDraw: (chart) => {
      const { ctx, chartArea, scales } = chart;
      ctx.save();
      ctx.strokeStyle = colour;
      ctx.fillStyle = colour;
      ctx.font = `11px ${FONT}`;
      ctx.textAlign = 'center';
      ctx.setLineDash([2, 3]);
      for (const { at, label } of marks) {
        const x = scales.x?.getPixelForValue(at) ?? 0;
        ctx.beginPath();
        ctx.moveTo(x, chartArea.top);
        ctx.lineTo(x, chartArea.bottom);
        ctx.stroke();
        ctx.fillText(label, x, chartArea.top - 5);
      }
      ctx.restore();
    },
  };
}
