/** The dialogs that change roads. */
import { RemoveRoadsDialog } from '../../features/roads/RemoveRoadsDialog.tsx';
import { ReshapeDialog } from '../../features/roads/ReshapeDialog.tsx';

interface Props {
  readonly removes: boolean;
  readonly onClose: () => void;
}

export function RoadDialogs({ removes, onClose }: Props) {
  return removes ? <RemoveRoadsDialog onClose={onClose} /> : <ReshapeDialog onClose={onClose} />;
}
