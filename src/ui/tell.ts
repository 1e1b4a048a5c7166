import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReasonLike, useReason } from './reason.ts';

type Done =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: ReasonLike };

/**
 * Says what became of an edit, where that is not plain to see: why it was not made, or that it waits because somebody
 * else was there first. Gives whether it was made; false is what a field needs to keep what was typed.
 */
export function useTell(): (done: Done | null) => boolean {
  const { t } = useTranslation();
  const reason = useReason();
  return useCallback(
    (done) => {
      // Nothing was to be done.
      if (done === null) return true;
      if (!done.ok) notifications.show({ message: reason(done.reason), color: 'red' });
      else if (done.value === 'asked') notifications.show({ message: t('stored.asked'), color: 'yellow' });
      return done.ok;
    },
    [t, reason],
  );
}
