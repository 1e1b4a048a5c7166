/** The library of slogans: what may be printed, letter by letter, and who said so. */

import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { may } from '../../data/campaign/may.ts';
import { useRows, useTable } from '../../data/campaign/rows.ts';
import type { Slogan } from '../../domain/model/entities/slogan.ts';
import { guardSlogan, isHint } from '../../domain/slogan/guard.ts';
import { guardedAlone, guardedIn } from '../../domain/slogan/guarded.ts';
import { Mark } from '../../ui/components/Mark.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import page from '../../ui/page.module.css';
import { ApproveListDialog } from './ApproveListDialog.tsx';
import { SloganEditor } from './SloganEditor.tsx';
import { SloganListDialog } from './SloganListDialog.tsx';
import styles from './slogans.module.css';
import { useGuardWords } from './useGuardWords.ts';

const NEW: Slogan = {
  id: '',
  version: 0,
  text: '',
  typeIds: [],
  priority: 0,
  approved: false,
  approvalDocument: '',
  approvalDay: null,
};

export function SloganScreen() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const format = useFormat();
  const slogans = useRows('slogan');
  const placements = useTable('placement');
  const types = useTable('assetType');
  const tables = useCampaign((s) => s.tables);
  const words = useGuardWords();
  const [approving, setApproving] = useState(false);
  const [listing, setListing] = useState(false);
  const [editing, setEditing] = useState<Slogan | null>(null);
  const used = useMemo(() => {
    const counts = new Map<string, number>();
    for (const p of placements.values())
      if (p.sloganId !== null) counts.set(p.sloganId, (counts.get(p.sloganId) ?? 0) + 1);
    return counts;
  }, [placements]);
  const sorted = [...slogans].sort((a, b) => (a.priority || 999) - (b.priority || 999));
  const mayAdd = may.add('slogan');
  const approved = slogans.filter((s) => s.approved).length;
  const waiting = slogans.filter((s) => !s.approved && may.change('slogan', s, 'approved'));
  const typeName = (id: string) => nameOf(types.get(id)?.name);
  return (
    <section className={page.page}>
      <header className={page.head}>
        <p>{t('slogans.sum', { all: format.number(slogans.length), approved: format.number(approved) })}</p>
        {waiting.length > 0 && (
          <Button variant="default" onClick={() => setApproving(true)}>
            {t('slogans.approveList')}
          </Button>
        )}
        {mayAdd && (
          <Button variant="default" onClick={() => setListing(true)}>
            {t('slogans.list')}
          </Button>
        )}
        {mayAdd && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing(NEW)}>
            {t('slogans.add')}
          </Button>
        )}
      </header>
      {slogans.length === 0 && <p className={styles.empty}>{t('slogans.empty')}</p>}
      <ol className={page.list}>
        {sorted.map((slogan) => {
          const faults = guardSlogan(slogan.text, slogan.approved ? guardedAlone(tables) : guardedIn(tables));
          const n = used.get(slogan.id) ?? 0;
          return (
            <li key={slogan.id} className={page.item}>
              <span className={styles.rank}>{slogan.priority === 0 ? '–' : slogan.priority}</span>
              <div className={`${page.words} ${styles.words}`}>
                <button type="button" className={page.opener} onClick={() => setEditing(slogan)}>
                  {slogan.text}
                </button>
                <p className={styles.facts}>
                  {t('slogans.length', { count: format.number([...slogan.text].length) })} ·{' '}
                  {n === 0 ? t('slogans.unused') : t('slogans.used', { count: format.number(n) })}
                  {slogan.typeIds.length > 0 && ` · ${slogan.typeIds.map(typeName).join(', ')}`}
                  {slogan.approved && ` · ${slogan.approvalDocument || t('slogans.noDocument')}`}
                  {slogan.approvalDay !== null && `, ${format.day(slogan.approvalDay)}`}
                </p>
                {faults.length > 0 && (
                  <p className={slogan.approved || faults.every(isHint) ? styles.facts : styles.fault}>
                    {faults.map((f) => words(f, slogan.text)).join(' ')}
                  </p>
                )}
              </div>
              <Mark
                icon={slogan.approved ? IconCircleCheck : IconCircleDashed}
                tone={slogan.approved ? 'done' : 'caution'}
              >
                {t(slogan.approved ? 'slogans.approved' : 'slogans.notApproved')}
              </Mark>
            </li>
          );
        })}
      </ol>
      {approving && <ApproveListDialog slogans={waiting} onClose={() => setApproving(false)} />}
      {listing && <SloganListDialog onClose={() => setListing(false)} />}
      {editing !== null && <SloganEditor slogan={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}
