// The table engine with just the features the grid uses.
import {
  cellSelectionFeature,
  columnGroupingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createExpandedRowModel,
  createGroupedRowModel,
  rowExpandingFeature,
  tableFeatures,
} from '@tanstack/react-table';

export const features = tableFeatures({
  cellSelectionFeature,
  columnGroupingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowExpandingFeature,
  groupedRowModel: createGroupedRowModel(),
  expandedRowModel: createExpandedRowModel(),
});

export type Features = typeof features;
