/** What another checklist makes of the work that is open: asked before it is stored. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TemplateEffect } from '../../domain/checklist/whatIf.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';

interface Props {
  readonly effect: TemplateEffect;
  readonly onBack: () => void;
  readonly onAccept: () => void;
}

export function TemplatePreview({ effect, onBack, onAccept }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onBack} title={t('catalogue.effectTitle')}>
      <ul>
        {(['added', 'moved', 'gone', 'late', 'said'] as const)
          .filter((what) => effect[what] > 0)
          .map((what) => (
            <li key={what}>{t(`catalogue.effect.${what}`, { count: effect[what] })}</li>
          ))}
      </ul>
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {t('catalogue.effectBack')}
        </Button>
        <Button onClick={onAccept}>{t('catalogue.effectSave')}</Button>
      </Group>
    </Dialog>
  );
}
