/** The dialogs that change the plan. */
import { BulkEdit } from '../../features/plan/dialogs/BulkEdit.tsx';
import { MakeSet } from '../../features/plan/dialogs/MakeSet.tsx';
import { MendDialog } from '../../features/plan/dialogs/MendDialog.tsx';
import { PatternDialog } from '../../features/plan/dialogs/PatternDialog.tsx';

interface Props {
  readonly dialog: 'bulk' | 'pattern' | 'make-set' | 'mend';
  /** For the part that does not come; a dialog that is there closes itself. */
  readonly onClose: () => void;
}

export function PlanDialogs({ dialog }: Props) {
  if (dialog === 'bulk') return <BulkEdit />;
  if (dialog === 'mend') return <MendDialog />;
  return dialog === 'pattern' ? <PatternDialog /> : <MakeSet />;
}
