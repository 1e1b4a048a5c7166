import type { Pieces } from '../../../src/domain/road/import/grouping.ts';
import type { Columns } from '../../../src/domain/road/import/reading/roadFile.ts';

export interface Report {
  readonly imported: number;
  /** How many of the imported roads carry a warning. */
  readonly warned: number;
  readonly refused: number;
  /** Roads offered but not taken by default. */
  readonly leftOut: number;
  readonly columns: Columns;
  readonly pieces: Pieces;
  readonly roads: readonly {
    readonly code: string;
    readonly name: string;
    readonly lengthM: number;
    readonly parts: number;
    readonly gaps: readonly number[];
    readonly leftOverM: number;
  }[];
  readonly problems: readonly { readonly where: string; readonly what: string }[];
}

export function printReport(report: Report, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  const { columns } = report;
  console.log(
    `Columns: code ${columns.code ?? '–'}, name ${columns.name ?? '–'}, class ${columns.class ?? '–'}; pieces by ${report.pieces}`,
  );
  for (const r of report.roads) {
    const left = r.leftOverM > 0 ? `, ${(r.leftOverM / 1000).toFixed(3)} km aside` : '';
    console.log(
      `${(r.lengthM / 1000).toFixed(3).padStart(9)} km  ${r.code} ${r.name} (${r.parts} parts, ${r.gaps.length} gaps${left})`,
    );
  }
  for (const p of report.problems) console.log(`! ${p.where}: ${p.what}`);
  console.log(
    `${report.imported} imported, ${report.warned} of them with warnings, ${report.refused} refused, ${report.leftOut} offered but not taken.`,
  );
}
