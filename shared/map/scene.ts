// A map as it is drawn, on screen and on slides alike: every box, line and label with its place, in reading order.
import type { RecordId } from '#shared/kit/ids.ts';
import type { NodeType } from './model.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** Lengths are in one unit: pixels at 100 % on screen, inches on a slide. Places are of the top left corner. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** The way contribution runs as the audience reads: already in every place, so that drawing mirrors nothing. */
  readonly reading: 'ltr' | 'rtl';
  readonly columns: readonly SceneColumn[];
  /** Bands across all columns, where nodes are grouped. */
  readonly lanes: readonly SceneLane[];
  readonly nodes: readonly SceneNode[];
  readonly links: readonly SceneLink[];
}

export interface SceneColumn {
  /** As said: "Benefits". */
  readonly label: string;
  readonly x: number;
  readonly width: number;
}

export interface SceneLane {
  readonly label: string;
  readonly y: number;
  readonly height: number;
}

export interface SceneNode extends Rect {
  readonly id: RecordId;
  readonly type: NodeType;
  /** What it is, and whose: "Benefit · A. Khan". */
  readonly caption: string;
  /** The title, broken into lines that fit the width. */
  readonly lines: readonly string[];
  readonly title: string;
  /** The worst of what was found about it. */
  readonly mark: 'error' | 'warning' | undefined;
  /** How many nodes it hides while collapsed; 0 where open. */
  readonly hides: number;
}

export interface SceneLink {
  readonly id: RecordId;
  readonly from: RecordId;
  readonly to: RecordId;
  /** A cubic line: the first point, then two control points and an end for each stretch. */
  readonly path: readonly Point[];
  /** The weight, at a place where it covers nothing; undefined where unsaid, or where no place is free. */
  readonly label: (Rect & { readonly text: string }) | undefined;
  readonly necessary: boolean;
  /** `tree`: an objective is part of another. */
  readonly look: 'plain' | 'warning' | 'error' | 'tree';
}
