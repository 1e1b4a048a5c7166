import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconChecks,
  IconCircleCheck,
  IconCircleDashed,
  IconHammer,
  IconPackage,
  IconPackageOff,
  IconSend,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlacementState } from '../../domain/model/entities/placement.ts';
import { Mark, type Tone } from '../../ui/components/Mark.tsx';

const LOOK: Readonly<Record<PlacementState, readonly [Icon, Tone]>> = {
  draft: [IconCircleDashed, 'plain'],
  submitted: [IconSend, 'info'],
  'sent-back': [IconArrowBackUp, 'caution'],
  approved: [IconCircleCheck, 'accent'],
  'in-production': [IconHammer, 'accent'],
  ready: [IconPackage, 'accent'],
  installed: [IconCheck, 'done'],
  inspected: [IconChecks, 'done'],
  damaged: [IconAlertTriangle, 'caution'],
  removed: [IconPackageOff, 'plain'],
};

export function StateMark({ state }: { readonly state: PlacementState }) {
  const { t } = useTranslation();
  const [icon, tone] = LOOK[state];
  return (
    <Mark icon={icon} tone={tone}>
      {t(`state.${state}`)}
    </Mark>
  );
}
