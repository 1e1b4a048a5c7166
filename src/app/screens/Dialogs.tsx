/** The dialog that is open, whatever screen asked for it. */
import { useCampaign } from '../../data/campaign/campaign.ts';
import { endReshape, useReshaping } from '../../data/workbench/reshaping.ts';
import { type PlanDialog, showDialog, useView } from '../../data/workbench/view.ts';
import { DialogBoundary } from '../DialogBoundary.tsx';
import { loadableDialog } from '../loadable.tsx';

const PlanDialogs = loadableDialog('PlanDialogs', () =>
  import('./PlanDialogs.tsx').then((m) => m.PlanDialogs),
);
const ImportRoads = loadableDialog('ImportRoads', () =>
  import('../../features/exchange/roads/ImportRoads.tsx').then((m) => m.ImportRoads),
);
const ImportPlacements = loadableDialog('ImportPlacements', () =>
  import('./ImportPlacements.tsx').then((m) => m.ImportPlacements),
);
const ExportDialog = loadableDialog('ExportDialog', () =>
  import('../../features/exchange/ExportDialog.tsx').then((m) => m.ExportDialog),
);
const ImportGround = loadableDialog('ImportGround', () =>
  import('../../features/exchange/ImportGround.tsx').then((m) => m.ImportGround),
);
const HistoryPanel = loadableDialog('HistoryPanel', () =>
  import('../../features/history/HistoryPanel.tsx').then((m) => m.HistoryPanel),
);

const PrintDialog = loadableDialog('PrintDialog', () =>
  import('../../features/print/PrintDialog.tsx').then((m) => m.PrintDialog),
);

const PictureDialog = loadableDialog('PictureDialog', () =>
  import('../../features/map/PictureDialog.tsx').then((m) => m.PictureDialog),
);

const ReportDialog = loadableDialog('ReportDialog', () =>
  import('../../features/reporting/ReportDialog.tsx').then((m) => m.ReportDialog),
);

const ApproveDialog = loadableDialog('ApproveDialog', () =>
  import('../../features/plan/ApproveDialog.tsx').then((m) => m.ApproveDialog),
);

const RoadDialogs = loadableDialog('RoadDialogs', () =>
  import('./RoadDialogs.tsx').then((m) => m.RoadDialogs),
);

/** What belongs to the plan waits while another screen is open: it is there again when one comes back. */
const EVERYWHERE: ReadonlySet<PlanDialog> = new Set([
  'history',
  'print',
  'report',
  'import',
  'import-placements',
  'remove-roads',
  'export',
]);

export function Dialogs({ screen }: { readonly screen: string }) {
  const campaignId = useCampaign((s) => s.campaignId);
  // It lies over the dialog that asked for it, which is there again when it is given up.
  const reshaping = useReshaping((s) => s.reshaping !== null);
  if (campaignId === null) return null;
  return (
    <>
      <OpenDialog screen={screen} />
      {reshaping && (
        <DialogBoundary onClose={endReshape}>
          <RoadDialogs removes={false} onClose={endReshape} />
        </DialogBoundary>
      )}
    </>
  );
}

function OpenDialog({ screen }: { readonly screen: string }) {
  const dialog = useView((s) => s.dialog);
  const close = () => showDialog(null);
  if (dialog === null) return null;
  if (screen !== 'plan' && !EVERYWHERE.has(dialog)) return null;
  return (
    <DialogBoundary key={dialog} onClose={close}>
      {(dialog === 'bulk' || dialog === 'pattern' || dialog === 'make-set' || dialog === 'mend') && (
        <PlanDialogs dialog={dialog} onClose={close} />
      )}
      {dialog === 'approve' && <ApproveDialog onClose={close} />}
      {dialog === 'remove-roads' && <RoadDialogs removes onClose={close} />}
      {dialog === 'report' && <ReportDialog onClose={close} />}
      {dialog === 'print' && <PrintDialog onClose={close} />}
      {dialog === 'picture' && <PictureDialog onClose={close} />}
      {dialog === 'history' && <HistoryPanel onClose={close} />}
      {dialog === 'import' && <ImportRoads onClose={close} />}
      {dialog === 'export' && <ExportDialog onClose={close} />}
      {dialog === 'import-placements' && <ImportPlacements onClose={close} />}
      {dialog === 'import-areas' && <ImportGround kind="areas" onClose={close} />}
      {dialog === 'import-features' && <ImportGround kind="features" onClose={close} />}
    </DialogBoundary>
  );
}
