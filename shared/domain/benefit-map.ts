// BenefitMap: a named view over the book's records; and MapPlace: that a record stands on it, and where a person put it.
import type { RecordId } from '#shared/kit/ids.ts';
import { choice, type Fields, flag, link, shape, text, title } from './field.ts';

/** Which columns a map has, in which order, under which names. */
export const MAP_PRESETS = ['network', 'capability', 'problem'] as const;
export type MapPreset = (typeof MAP_PRESETS)[number];

/** The way the first column to the last is read; as the language reads where unsaid. */
export const READINGS = ['ltr', 'rtl'] as const;
export type Reading = (typeof READINGS)[number];

export const MAP_GROUPS = ['owner', 'programme'] as const;
export type MapGroup = (typeof MAP_GROUPS)[number];

export interface BenefitMap {
  readonly title: string;
  readonly preset?: MapPreset;
  readonly reading?: Reading;
  /** Nodes stand in bands by this; in none where unsaid. */
  readonly group?: MapGroup;
  /** The committee's pack shows it. */
  readonly inPack?: boolean;
  readonly note?: string;
}

export const benefitMapFields: Fields = {
  title,
  preset: choice(MAP_PRESETS),
  reading: choice(READINGS),
  group: choice(MAP_GROUPS),
  inPack: flag,
  note: text,
};

/**
 * Middle of a node in pixels at 100 %. `x` is how far it was drawn out of its column, in the direction of contribution:
 * one place serves both readings, and a new column moves it along.
 */
export interface At {
  readonly x: number;
  readonly y: number;
}

export interface MapPlace {
  readonly map: RecordId;
  /** An enabler, a change, a benefit, an objective or a driver. */
  readonly node: RecordId;
  /** Where a person put it; found by the layout where unsaid. */
  readonly at?: At;
}

export const mapPlaceFields: Fields = {
  map: link,
  node: link,
  at: shape((x) => Number.isFinite(x.x) && Number.isFinite(x.y)),
};
