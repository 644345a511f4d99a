// What each column means: proposed from aliases and saved profiles, corrected by a person, then remembered.

import type { Profile } from '#shared/domain/source.ts';
import { foldText } from '#shared/kit/order.ts';
import type { Table } from './layout.ts';
import {
  type HeaderUnit,
  headerWords,
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
}

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
}

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

/** Roles only one column may have; a second colour rating is the sponsor's, any other second stays in the file. */
function settle(roles: (Role | undefined)[]): Role[] {
  const taken = new Set<Role>();
  return roles.map((role) => {
    if (!role) return 'ignore';
    if (role === 'note' || role === 'ignore' || PERIOD_ROLES.includes(role)) return role;
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

export function proposeMapping(table: Table, saved: Iterable<Profile>, office: { currency: string }): Mapping {
  const profile = bestProfile(table, saved);
  const shipped = SHIPPED.find(({ sign }) => table.headers.some((header) => sign.test(plainHeader(header))));
  const nth = new Map<string, number>();
  const roles = settle(
    table.headers.map((header) => {
      const key = numbered(header, nth);
      const remembered = profile?.columns[key];
      if (remembered && (ROLES as readonly string[]).includes(remembered)) return remembered as Role;
      return roleOf(header) ?? (periodOf(header) ? 'costPlan' : undefined);
    }),
  );
  const columns = table.headers.map((header, index): Column => {
    const unit = unitOf(header);
    const period = periodOf(header);
    return { index, header, role: roles[index] ?? 'ignore', ...(unit ? { unit } : {}), ...(period ? { period } : {}) };
  });
  const stated = columns.find((column) => column.unit?.currency)?.unit;
  return {
    columns,
    currency: profile?.currency ?? shipped?.currency ?? stated?.currency ?? office.currency,
    scale: profile?.scale ?? shipped?.scale ?? stated?.scale ?? 0,
    series: profile?.series ?? shipped?.series ?? '',
    ...(shipped ? { fiscalYearStart: shipped.fiscalYearStart } : {}),
    ...(profile || shipped ? { profile: profile?.name ?? (shipped as KnownProfile).name } : {}),
  };
}

/** The saved profile whose headers are all here, the widest first. */
function bestProfile(table: Table, saved: Iterable<Profile>): Profile | undefined {
  const nth = new Map<string, number>();
  const here = new Set(table.headers.map((header) => numbered(header, nth)));
  let best: Profile | undefined;
  for (const profile of saved) {
    const wanted = Object.keys(profile.columns);
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
    if (key !== '' && !column.period) columns[key] = column.role;
  }
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
  const shared = role === 'note' || role === 'ignore' || PERIOD_ROLES.includes(role);
  return {
    ...mapping,
    columns: mapping.columns.map((column) =>
      column.index === index
        ? { ...column, role }
        : !shared && column.role === role
          ? { ...column, role: 'ignore' as const }
          : column,
    ),
  };
}
