// How a benefits map looks, on slides, on paper and as a picture: colours, line weights, type sizes and signs, in one place.
import type { NodeType } from '#shared/map/model.ts';
import type { SceneLink } from '#shared/map/scene.ts';

/** Type on a slide and on paper, in points: as large as lets every title stand whole, never under the least. */
export const MAP_TYPE = { title: 12, caption: 11, least: 11, label: 11, head: 12 } as const;

/** Beside the colour and the thicker outline: what nobody has to see colours for. */
export const MARK_SIGN = { error: '✕', warning: '▲' } as const;

interface TypeLook {
  readonly fill: string;
  readonly stroke: string;
}

export interface MapPalette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  /** Bands of grouped nodes. */
  readonly band: string;
  readonly line: string;
  readonly error: string;
  readonly warning: string;
  readonly types: Readonly<Record<NodeType, TypeLook>>;
}

const light: MapPalette = {
  paper: 'FFFFFF',
  ink: '1B2A30',
  quiet: '4A5860',
  band: 'F2F5F6',
  line: '64747D',
  error: 'A61B1B',
  warning: '8A5300',
  types: {
    enabler: { fill: 'E9EDEF', stroke: '52616A' },
    enablingChange: { fill: 'E3EDF7', stroke: '3B6A94' },
    businessChange: { fill: 'D3E4F2', stroke: '1F4E79' },
    benefit: { fill: 'D9EEE4', stroke: '0B6B47' },
    disbenefit: { fill: 'F8E9F2', stroke: '7A2F62' },
    objective: { fill: 'E8E4F5', stroke: '54468A' },
    driver: { fill: 'F3EEDF', stroke: '5F5130' },
  },
};

const dark: MapPalette = {
  paper: '11181B',
  ink: 'EDF2F4',
  quiet: 'B4C0C6',
  band: '182226',
  line: '8C9BA3',
  error: 'FF9A92',
  warning: 'F0BE5E',
  types: {
    enabler: { fill: '29343A', stroke: 'A3B0B7' },
    enablingChange: { fill: '1F3346', stroke: '86B4DC' },
    businessChange: { fill: '16324C', stroke: '9CC7EE' },
    benefit: { fill: '173A2D', stroke: '7CCBA8' },
    disbenefit: { fill: '43213A', stroke: 'E0A3CB' },
    objective: { fill: '312B50', stroke: 'B9AEE8' },
    driver: { fill: '3A331F', stroke: 'D5C28C' },
  },
};

export const MAP_PALETTE = { light, dark } as const;

export interface LineLook {
  readonly colour: string;
  /** In points at 12-point type. */
  readonly width: number;
  readonly dash?: 'dash' | 'sysDash' | 'sysDot';
  /** Points where the contribution goes; an objective's place in its tree has no head. */
  readonly head: boolean;
}

/** Thick: necessary. Dashed or dotted: something is wrong with it, or it only says what is part of what. */
export function linkLook(link: Pick<SceneLink, 'look' | 'necessary'>, palette: MapPalette): LineLook {
  const width = link.necessary ? 2.25 : 1;
  switch (link.look) {
    case 'tree':
      return { colour: palette.line, width: 1, dash: 'sysDot', head: false };
    case 'error':
      return { colour: palette.error, width: Math.max(width, 1.5), dash: 'sysDash', head: true };
    case 'warning':
      return { colour: palette.warning, width: Math.max(width, 1.25), dash: 'dash', head: true };
    case 'plain':
      return { colour: link.necessary ? palette.ink : palette.line, width, head: true };
  }
}

export interface OutlineLook {
  readonly colour: string;
  readonly width: number;
  readonly dashed: boolean;
}

export function outlineLook(
  node: { readonly type: NodeType; readonly mark: 'error' | 'warning' | undefined },
  palette: MapPalette,
): OutlineLook {
  return {
    colour: node.mark ? palette[node.mark] : palette.types[node.type].stroke,
    width: node.mark ? 2.25 : 1,
    dashed: node.type === 'disbenefit',
  };
}
