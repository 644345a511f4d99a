// What each column means: proposed from aliases and saved profiles, corrected by a person, then remembered.

import type { Profile } from '#shared/domain/source.ts';
import { foldText } from '#shared/kit/order.ts';
import type { MonthIndex } from '#shared/kit/period.ts';
import { toDecimal, westernDigits } from './cells.ts';
import { cellText } from './grid.ts';
import { headerWords } from './header.ts';
import type { Table } from './layout.ts';
import { MONTH_ROLES, monthHeader, REGISTER_ROLES, registerRoleOf, registerScore } from './register-roles.ts';
import {
  type HeaderUnit,
  PERIOD_ROLES,
  type PeriodHeader,
  periodOf,
  ROLES,
  type Role,
  roleOf,
  unitOf,
} from './roles.ts';

export interface Column {
  readonly index: number;
  readonly header: string;
  readonly role: Role;
  readonly unit?: HeaderUnit;
  /** The fiscal year or month the header names. */
  readonly period?: PeriodHeader;
  /** The month a column of a register holds. */
  readonly month?: MonthIndex;
}

/** What the rows of a file are. */
export type Subject = 'components' | 'benefits';
/** What months hold whose header and row say nothing of it. */
export const MONTHS_HOLD = ['plan', 'forecast', 'actual'] as const;
export type MonthsHold = (typeof MONTHS_HOLD)[number];

export interface Mapping {
  readonly columns: readonly Column[];
  /** For amounts whose header states no unit. */
  readonly currency: string;
  readonly scale: number;
  /** The family of publications; empty: rows belong to none. */
  readonly series: string;
  /** The name of the profile that decided, if one did. */
  readonly profile?: string;
  /** Month the publication's fiscal year starts in, where the profile knows; a book without settings takes it over. */
  readonly fiscalYearStart?: number;
  /** Left out: one row a component. */
  readonly subject?: Subject;
  readonly monthsHold?: MonthsHold;
}

export const subjectOf = ({ subject }: Pick<Mapping, 'subject'>): Subject => subject ?? 'components';

/** A way of reading that ships with Mizan, known by headers only its files have. */
interface KnownProfile {
  readonly name: string;
  readonly sign: RegExp;
  readonly currency: string;
  readonly scale: number;
  readonly series: string;
  readonly fiscalYearStart: number;
}

const SHIPPED: readonly KnownProfile[] = [
  {
    name: 'UK Government Major Projects Portfolio',
    sign: /\b(wlc baseline incl n|ipa delivery confidence|mpa rag rating)|^gmpp id$/,
    currency: 'GBP',
    scale: 6,
    series: 'uk-gmpp',
    fiscalYearStart: 4,
  },
];

/** Roles that any number of columns may have. */
const isShared = (role: Role): boolean =>
  role === 'note' || role === 'ignore' || PERIOD_ROLES.includes(role) || MONTH_ROLES.includes(role);

/** Roles only one column may have; a second colour rating is the sponsor's, any other second stays in the file. */
function settle(roles: (Role | undefined)[]): Role[] {
  const taken = new Set<Role>();
  return roles.map((role) => {
    if (!role) return 'ignore';
    if (isShared(role)) return role;
    if (!taken.has(role)) {
      taken.add(role);
      return role;
    }
    if (role === 'confidence' && !taken.has('sponsorConfidence')) {
      taken.add('sponsorConfidence');
      return 'sponsorConfidence';
    }
    return 'ignore';
  });
}

const plainHeader = (header: string): string => headerWords(header.replace(/_/g, ' '));

/** @param subject what a person says the rows are; left out, the headers tell */
export function proposeMapping(
  table: Table,
  saved: Iterable<Profile>,
  office: { currency: string },
  subject?: Subject,
): Mapping {
  const profile = bestProfile(table, saved, subject);
  const isRegister = subject ? subject === 'benefits' : profile ? isOfRegister(profile) : holdsBenefits(table);
  const shipped = isRegister
    ? undefined
    : SHIPPED.find(({ sign }) => table.headers.some((header) => sign.test(plainHeader(header))));
  const columns = isRegister ? registerColumns(table, profile) : componentColumns(table, profile);
  const stated = columns.find((column) => column.unit?.currency)?.unit;
  const monthsHold = MONTHS_HOLD.find((series) => series === profile?.columns[HOLD]);
  return {
    columns,
    currency: profile?.currency ?? shipped?.currency ?? stated?.currency ?? office.currency,
    scale: profile?.scale ?? shipped?.scale ?? stated?.scale ?? 0,
    series: profile?.series ?? shipped?.series ?? '',
    ...(shipped ? { fiscalYearStart: shipped.fiscalYearStart } : {}),
    ...(profile || shipped ? { profile: profile?.name ?? (shipped as KnownProfile).name } : {}),
    ...(isRegister ? { subject: 'benefits', monthsHold: monthsHold ?? 'plan' } : {}),
  };
}

function componentColumns(table: Table, profile: Profile | undefined): Column[] {
  const nth = new Map<string, number>();
  const roles = settle(
    table.headers.map((header) => {
      const remembered = profile?.columns[numbered(header, nth)];
      if (remembered && (ROLES as readonly string[]).includes(remembered)) return remembered as Role;
      return roleOf(header) ?? (periodOf(header) ? 'costPlan' : undefined);
    }),
  );
  return table.headers.map((header, index): Column => {
    const unit = unitOf(header);
    const period = periodOf(header);
    return { index, header, role: roles[index] ?? 'ignore', ...(unit ? { unit } : {}), ...(period ? { period } : {}) };
  });
}

function registerColumns(table: Table, profile: Profile | undefined): Column[] {
  const nth = new Map<string, number>();
  const months = table.headers.map(monthHeader);
  const roles = settle(
    table.headers.map((header, at) => {
      const remembered = profile?.columns[numbered(header, nth)];
      if (remembered && (REGISTER_ROLES as readonly string[]).includes(remembered)) return remembered as Role;
      const month = months[at];
      if (!month) return registerRoleOf(header);
      return month.series ? MONTH_OF[month.series] : 'month';
    }),
  );
  return table.headers.map((header, index): Column => {
    const role = roles[index] ?? 'ignore';
    const unit = role === 'benefitValue' ? unitOf(header) : undefined;
    const month = months[index]?.month;
    return { index, header, role, ...(unit ? { unit } : {}), ...(month === undefined ? {} : { month }) };
  });
}

const MONTH_OF: Readonly<Record<string, Role>> = {
  plan: 'monthPlan',
  baseline: 'monthPlan',
  forecast: 'monthForecast',
  actual: 'monthActual',
  counterfactual: 'ignore',
};

/** Its headers are a register's, and what stands under the title is words: a column of sums is no title. */
function holdsBenefits(table: Table): boolean {
  if (registerScore(table.headers) === 0) return false;
  const at = table.headers.findIndex((header) => registerRoleOf(header) === 'benefitTitle');
  const titles = table.rows.map((row) => cellText(row.cells[at])).filter(Boolean);
  const figures = titles.filter((text) => toDecimal(westernDigits(text).replace(/^[-£€$(]+|\)$/g, '')) !== undefined);
  return figures.length * 2 < titles.length;
}

/** What months hold is kept among a profile's columns, under a name no header has. */
const HOLD = '@months';
const isOfRegister = (profile: Profile): boolean => Object.values(profile.columns).includes('benefitTitle');

/** The saved profile whose headers are all here, the widest first. */
function bestProfile(table: Table, saved: Iterable<Profile>, subject: Subject | undefined): Profile | undefined {
  const nth = new Map<string, number>();
  const here = new Set(table.headers.map((header) => numbered(header, nth)));
  let best: Profile | undefined;
  for (const profile of saved) {
    if (subject && (subject === 'benefits') !== isOfRegister(profile)) continue;
    const wanted = Object.keys(profile.columns).filter((key) => key !== HOLD);
    if (wanted.length === 0 || !wanted.every((key) => here.has(key))) continue;
    if (!best || wanted.length > Object.keys(best.columns).length) best = profile;
  }
  return best;
}

/** A header as a profile remembers it; of headers that are alike the second is "… #2". */
function numbered(header: string, nth: Map<string, number>): string {
  const text = foldText(header).replace(/\s+/g, ' ').trim();
  const count = (nth.get(text) ?? 0) + 1;
  nth.set(text, count);
  return count === 1 ? text : `${text} #${count}`;
}

/** What to remember of a mapping a person approved. */
export function profileOf(name: string, table: Table, mapping: Mapping): Profile {
  const nth = new Map<string, number>();
  const columns: Record<string, string> = {};
  for (const column of mapping.columns) {
    const key = numbered(table.headers[column.index] ?? '', nth);
    if (key !== '' && !column.period && column.month === undefined) columns[key] = column.role;
  }
  if (mapping.monthsHold) columns[HOLD] = mapping.monthsHold;
  return {
    name,
    columns,
    currency: mapping.currency,
    scale: mapping.scale,
    ...(mapping.series ? { series: mapping.series } : {}),
  };
}

/** One column given another role; a role only one column may have is taken from the column that had it. */
export function withRole(mapping: Mapping, index: number, role: Role): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column) =>
      column.index === index
        ? { ...column, role }
        : !isShared(role) && column.role === role
          ? { ...column, role: 'ignore' as const }
          : column,
    ),
  };
}
