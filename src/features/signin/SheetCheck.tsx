/** Where the code on a printed sheet leads, whoever scans it: whether the paper is still right, and what changed on it. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonOf } from '../../data/net/reasonOf.ts';
import { useSession } from '../../data/net/session.ts';
import { askSheet, type SheetStanding } from '../../data/net/sheets.ts';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import { Brand } from './Brand.tsx';
import styles from './signin.module.css';

interface Props {
  readonly token: string;
  readonly onOpen: (path: string) => void;
}

type Row = NonNullable<SheetStanding['since']>['rows'][number];

export function SheetCheck({ token, onOpen }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const [sheet, setSheet] = useState<SheetStanding | null>(null);
  const [problem, setProblem] = useState<ReturnType<typeof reasonOf> | null>(null);
  const ask = useCallback(() => {
    setProblem(null);
    askSheet(token).then(setSheet, (error: unknown) => setProblem(reasonOf(error)));
  }, [token]);
  useEffect(ask, [ask]);
  return (
    <Brand>
      {problem !== null ? (
        <>
          <p role="alert" className={styles.problem}>
            {reason(problem)}
          </p>
          <Button variant="default" onClick={ask}>
            {t('sheet.again')}
          </Button>
        </>
      ) : sheet === null ? (
        <p role="status">{t('sheet.asking')}</p>
      ) : (
        <Standing sheet={sheet} onOpen={onOpen} />
      )}
    </Brand>
  );
}

function Standing({ sheet, onOpen }: { readonly sheet: SheetStanding; readonly onOpen: Props['onOpen'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const signedIn = useSession((s) => s.status === 'signed-in');
  const { standing, since, list } = sheet;
  const isRight = standing === 'right';
  const Icon = isRight ? IconCircleCheck : IconAlertTriangle;
  const day = (of: string | null) => (of === null ? t('sheet.noDay') : format.day(of));
  const path =
    list.by === 'road' && list.id !== null
      ? `/c/${sheet.campaign.id}/plan/road/${list.id}`
      : `/c/${sheet.campaign.id}/checklists`;
  return (
    <section className={styles.form} aria-label={t(`sheet.${standing}`)}>
      <div role="status">
        <h1 className={isRight ? styles.right : styles.changed}>
          <Icon size={30} aria-hidden />
          {t(`sheet.${standing}`)}
        </h1>
      </div>
      <p>
        <strong>{nameOf()}</strong>
        <br />
        {sheet.campaign.name}
      </p>
      {standing === 'restored' && <p>{t('sheet.restoredLead')}</p>}
      {standing === 'changed' && <p>{since === null ? t('sheet.tooMuch') : t('sheet.printAgain')}</p>}
      {since !== null && since.due !== null && (
        <p>{t('sheet.due', { before: day(since.due.before), now: day(since.due.now) })}</p>
      )}
      {since !== null && since.rows.length > 0 && (
        <>
          <h2 className={styles.subtitle}>{t('sheet.changes')}</h2>
          <ul className={styles.changes}>
            {since.rows.map((row, i) => (
              // Rows of an answer stand as they came.
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and never change places
              <ChangedRow key={i} row={row} />
            ))}
          </ul>
        </>
      )}
      {since !== null && since.done.before !== since.done.now && (
        <p>
          {t('sheet.done', {
            before: format.number(since.done.before),
            now: format.number(since.done.now),
            of: format.number(since.done.of),
          })}
        </p>
      )}
      <p className={styles.soft}>
        {t('sheet.numbers', { printed: format.number(sheet.printed), number: format.number(sheet.number) })}
      </p>
      <Button variant={isRight ? 'filled' : 'default'} onClick={() => onOpen(path)}>
        {t(signedIn ? 'sheet.open' : 'sheet.signIn')}
      </Button>
    </section>
  );

  function nameOf(): string {
    if (list.name === '') return t(`sheet.of.${list.by}None`);
    return t(`sheet.of.${list.by}`, { name: list.name });
  }
}

function ChangedRow({ row }: { readonly row: Row }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const counts = { before: format.number(row.quantity.before), now: format.number(row.quantity.now) };
  const name = i18n.language === 'en' && row.name.en !== '' ? row.name.en : row.name.vi;
  return (
    <li>
      <strong>{name}</strong>
      <span>{row.where}</span>
      <span>{row.changes.map((change) => t(`sheet.change.${change}`, counts)).join('; ')}</span>
    </li>
  );
}
