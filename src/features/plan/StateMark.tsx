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
  IconProgress,
  IconSend,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '../../domain/progress/stage.ts';
import { Mark, type Tone } from '../../ui/components/Mark.tsx';

const LOOK: Readonly<Record<Stage, readonly [Icon, Tone]>> = {
  draft: [IconCircleDashed, 'plain'],
  submitted: [IconSend, 'info'],
  'sent-back': [IconArrowBackUp, 'caution'],
  approved: [IconCircleCheck, 'accent'],
  'in-production': [IconHammer, 'accent'],
  ready: [IconPackage, 'accent'],
  installing: [IconProgress, 'accent'],
  installed: [IconCheck, 'done'],
  inspected: [IconChecks, 'done'],
  damaged: [IconAlertTriangle, 'caution'],
  'taking-down': [IconPackageOff, 'accent'],
  removed: [IconPackageOff, 'plain'],
};

export function StateMark({ state }: { readonly state: Stage }) {
  const { t } = useTranslation();
  const [icon, tone] = LOOK[state];
  return (
    <Mark icon={icon} tone={tone}>
      {t(`state.${state}`)}
    </Mark>
  );
}
