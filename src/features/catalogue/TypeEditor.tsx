/** One type: its symbol, size, spacing, price, store, checklist and the rules that do not apply to it. */

import { Button, Group, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commitSeen } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { timelineNow, todayOf, useCampaignRow, useRow, useRows, useTable } from '../../data/campaign/rows.ts';
import { type TemplateEffect, templateEffect } from '../../domain/checklist/whatIf.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useRowForm } from '../../ui/forms/useRowForm.tsx';
import { useNameOf } from '../../ui/nameOf.ts';
import { useTell } from '../../ui/tell.ts';
import { ChecklistEditor } from './ChecklistEditor.tsx';
import styles from './catalogue.module.css';
import { TemplatePreview } from './TemplatePreview.tsx';
import { LayingTab, LookTab, RulesTab, StoreTab } from './TypeTabs.tsx';
import { lookalikeOf, typeOp } from './typeEdit.ts';

interface Props {
  readonly type: AssetType;
  readonly onClose: () => void;
}

const TABS = ['look', 'laying', 'store', 'checklist', 'rules'] as const;

export function TypeEditor({ type: opened, onClose }: Props) {
  const { t } = useTranslation();
  const tell = useTell();
  const nameOf = useNameOf();
  const types = useRows('assetType');
  const placements = useTable('placement');
  const live = useRow('assetType', opened.id);
  const campaign = useCampaignRow();
  const campaignId = campaign?.id;
  const today = campaign === undefined ? '' : todayOf(campaign);
  const form = useRowForm(`type of ${campaignId}`, opened, live);
  const close = () => {
    form.finish();
    onClose();
  };
  const { now, seen: type, change } = form;
  const isNew = opened.id === '';
  const op = typeOp(type, now, types);
  const readOnly = !(isNew ? may.add('assetType') : may.change('assetType', type, 'price'));
  const lookalike = lookalikeOf(now, types);
  const used = [...placements.values()].some((p) => p.assetTypeId === type.id);
  const [asked, setAsked] = useState<TemplateEffect | null>(null);
  const save = () => {
    const last = form.finished();
    if (last === null) return;
    const op = typeOp(last.seen, last.now, types);
    const when = { timeline: timelineNow(), today };
    const effect = isNew ? null : templateEffect(useCampaign.getState().tables, last.now, when);
    if (effect !== null && asked === null) return setAsked(effect);
    const note = { code: isNew ? 'type.added' : 'type.changed', params: { where: last.now.name.vi } };
    if (op === null || tell(commitSeen(note, [op], [last.seen]))) close();
  };
  const remove = () => {
    const note = { code: 'type.deleted', params: { where: now.name.vi } };
    const op: Op = { kind: 'delete', entity: 'assetType', id: type.id, version: type.version };
    if (tell(commitSeen(note, [op], [type]))) close();
  };
  const panels = {
    look: <LookTab form={form} readOnly={readOnly} />,
    laying: <LayingTab form={form} readOnly={readOnly} used={used} />,
    store: <StoreTab form={form} readOnly={readOnly} />,
    checklist: (
      <>
        {form.theirs('checklist')}
        <ChecklistEditor
          items={now.checklist}
          others={types.filter((x) => x.id !== type.id && x.checklist.length > 0)}
          readOnly={readOnly}
          onChange={(checklist) => change({ checklist })}
        />
      </>
    ),
    rules: <RulesTab form={form} readOnly={readOnly} />,
  };
  if (asked !== null) return <TemplatePreview effect={asked} onBack={() => setAsked(null)} onAccept={save} />;
  return (
    <Dialog
      opened
      onClose={close}
      typed={form.typed}
      title={isNew ? t('catalogue.add') : nameOf(type.name)}
      size="xl"
    >
      <Tabs defaultValue="look" keepMounted={false}>
        <Tabs.List>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`catalogue.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((tab) => (
          <Tabs.Panel key={tab} value={tab} className={styles.form ?? ''}>
            {panels[tab]}
          </Tabs.Panel>
        ))}
      </Tabs>
      {!isNew && live === undefined && <p className={styles.problem}>{t('stored.gone')}</p>}
      {now.name.vi.trim() === '' ? (
        <p className={styles.problem}>{t('catalogue.needsName')}</p>
      ) : (
        lookalike !== undefined && (
          <p className={styles.problem}>{t('catalogue.lookalike', { name: nameOf(lookalike.name) })}</p>
        )
      )}
      <Group mt="md" justify="space-between">
        {!isNew && !used && may.remove('assetType', type) ? (
          <Button variant="subtle" color="gray" onClick={remove}>
            {t('common.delete')}
          </Button>
        ) : (
          <span />
        )}
        <Group>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button disabled={readOnly || op === null || now.name.vi.trim() === ''} onClick={save}>
            {t('catalogue.save')}
          </Button>
        </Group>
      </Group>
    </Dialog>
  );
}
