/** Base maps to choose from: servers of tiles by name, in the order in which the map offers them. */

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../data/campaign/may.ts';
import { addOpenStreetMap, changeBaseMaps, hasOpenStreetMap } from '../../data/map/baseMaps.ts';
import { isTileUrl } from '../../domain/model/baseMap.ts';
import type { BaseMap, Campaign } from '../../domain/model/entities/campaign.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './settings.module.css';

const MOST = 8;
const FRESH: BaseMap = { name: '', url: '', attribution: '' };

export function BaseMaps({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const tell = useTell();
  const form = useKeptState<BaseMap>(`base map of ${campaign.id}`, FRESH);
  const [opened, setOpened] = useState(form.typed);
  const adding = opened ? form.value : null;
  const setAdding = form.set;
  const close = () => {
    form.drop();
    setOpened(false);
  };
  const { baseMaps } = campaign;
  const allowed = may.change('campaign', campaign, 'baseMaps');
  const store = (change: (maps: readonly BaseMap[]) => readonly BaseMap[]) =>
    tell(changeBaseMaps(campaign, change));
  const badUrl = adding !== null && adding.url !== '' && !isTileUrl(adding.url.trim());
  return (
    <>
      <p className={styles.lead}>{t('basemap.lead')}</p>
      {baseMaps.length > 0 && (
        <ul className={styles.maps}>
          {baseMaps.map((map) => (
            <li key={map.url}>
              <span>
                <b>{map.name}</b>
                <small>{map.url}</small>
                {map.attribution !== '' && <small>{map.attribution}</small>}
                {!isTileUrl(map.url) && <small className={styles.unfit}>{t('basemap.unfit')}</small>}
              </span>
              {allowed && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('basemap.remove', { name: map.name })}
                  onClick={() => store((maps) => maps.filter((x) => x.url !== map.url))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding !== null && (
        <form
          className={styles.addMap}
          onSubmit={(event) => {
            event.preventDefault();
            const map = {
              name: adding.name.trim(),
              url: adding.url.trim(),
              attribution: adding.attribution.trim(),
            };
            if (store((maps) => [...maps, map])) close();
          }}
        >
          <TextInput
            data-autofocus
            label={t('basemap.name')}
            placeholder={t('basemap.example')}
            maxLength={80}
            value={adding.name}
            onChange={(event) => setAdding({ ...adding, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('basemap.url')}
            description={t('basemap.urlHint')}
            maxLength={300}
            value={adding.url}
            error={badUrl ? t('basemap.badUrl') : null}
            onChange={(event) => setAdding({ ...adding, url: event.currentTarget.value })}
          />
          <TextInput
            label={t('basemap.attribution')}
            maxLength={300}
            value={adding.attribution}
            onChange={(event) => setAdding({ ...adding, attribution: event.currentTarget.value })}
          />
          <div className={styles.addMapButtons}>
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              disabled={
                adding.name.trim() === '' ||
                !isTileUrl(adding.url.trim()) ||
                baseMaps.some((m) => m.url === adding.url.trim())
              }
            >
              {t('basemap.accept')}
            </Button>
          </div>
        </form>
      )}
      {allowed && adding === null && baseMaps.length < MOST && (
        <div className={styles.addMapButtons}>
          {!hasOpenStreetMap(campaign) && (
            <Button variant="default" onClick={() => tell(addOpenStreetMap(campaign))}>
              {t('basemap.osm')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setOpened(true)}
          >
            {t('basemap.add')}
          </Button>
        </div>
      )}
    </>
  );
}
