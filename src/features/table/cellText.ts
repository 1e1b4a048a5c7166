/** What a cell shows, and the text that it is copied and edited as. */

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacementLine } from '../../data/derived/lines.ts';
import { bareChainage } from '../../domain/road/chainageText.ts';
import type { CellColumn } from '../../domain/table/cells.ts';
import { numberText } from '../../domain/text/typedNumber.ts';
import { useFormat } from '../../ui/format.ts';

interface CellTexts {
  readonly show: (line: PlacementLine, column: CellColumn) => string;
  /** As it would be typed. */
  readonly raw: (line: PlacementLine, column: CellColumn) => string;
  readonly heading: (column: CellColumn) => string;
}

export function useCellTexts(): CellTexts {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const heading = (column: CellColumn) => t(`table.${column}`);
    const raw = (line: PlacementLine, column: CellColumn): string => {
      switch (column) {
        case 'where':
          return [line.from, line.to]
            .filter((c) => c !== null)
            .map(bareChainage)
            .join(' – ');
        case 'spacing':
          return line.spacing === null ? '' : numberText(line.spacing, 'en', false);
        case 'quantity':
          return String(line.quantity);
        case 'cost':
          return String(line.cost);
        case 'installBy':
        case 'removeBy':
          return line[column] === '' ? '' : format.day(line[column]);
        default:
          return line[column];
      }
    };
    return {
      heading,
      raw,
      show: (line, column) => {
        if (column === 'quantity') return format.number(line.quantity);
        if (column === 'cost') return format.money(line.cost);
        if (column === 'spacing') return line.spacing === null ? '' : `${format.number(line.spacing)} m`;
        if (column === 'installBy' || column === 'removeBy')
          return line[column] === '' ? '' : format.shortDay(line[column]);
        return raw(line, column);
      },
    };
  }, [t, format]);
}
