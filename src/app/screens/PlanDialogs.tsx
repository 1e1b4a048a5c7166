/** The dialogs of what is selected. */
import { BulkEdit } from '../../features/plan/dialogs/BulkEdit.tsx';
import { MakeSet } from '../../features/plan/dialogs/MakeSet.tsx';
import { PatternDialog } from '../../features/plan/dialogs/PatternDialog.tsx';

interface Props {
  readonly dialog: 'bulk' | 'pattern' | 'make-set';
  /** For the part that does not come; a dialog that is there closes itself. */
  readonly onClose: () => void;
}

export function PlanDialogs({ dialog }: Props) {
  if (dialog === 'bulk') return <BulkEdit />;
  return dialog === 'pattern' ? <PatternDialog /> : <MakeSet />;
}
