import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A button whose deed cannot be taken back: it asks once more, in its own place. */
export function ConfirmButton({
  label,
  question,
  onConfirm,
}: {
  readonly label: string;
  readonly question: string;
  readonly onConfirm: () => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button size="xs" variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    <span>
      <Button size="xs" onClick={onConfirm}>
        {question}
      </Button>{' '}
      <Button size="xs" variant="default" autoFocus onClick={() => setAsking(false)}>
        {t('sync.keep')}
      </Button>
    </span>
  );
}
