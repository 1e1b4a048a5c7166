/** What the map shows: each layer on or off, the base map, and the picture below the roads. */
import { Radio, Slider, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  chooseBase,
  MAP_LAYERS,
  showLayer,
  useBaseMap,
  useBaseMaps,
  useMapLayers,
} from '../../data/map/layers.ts';
import { keepPicture, removePicture, usePicture } from '../../data/map/picture.ts';
import { showDialog } from '../../data/workbench/view.ts';
import styles from './map.module.css';

export interface LayerListProps {
  readonly onClose: () => void;
}

export function LayerList({ onClose }: LayerListProps) {
  const { t } = useTranslation();
  const hidden = useMapLayers((s) => s.hidden);
  const picture = usePicture((s) => s.picture);
  const maps = useBaseMaps();
  const base = useBaseMap();
  const offered = MAP_LAYERS.filter((l) => l !== 'picture' || picture !== null);
  return (
    <div className={styles.layerList}>
      {maps.length > 0 && (
        <Radio.Group
          label={t('layers.base')}
          value={base?.url ?? ''}
          onChange={(url) => chooseBase(url === '' ? null : url)}
        >
          <div className={styles.bases}>
            {maps.map((m) => (
              <Radio key={m.url} size="xs" value={m.url} label={m.name} />
            ))}
            <Radio size="xs" value="" label={t('layers.noBase')} />
          </div>
        </Radio.Group>
      )}
      {offered.map((layer) => (
        <Switch
          key={layer}
          size="sm"
          label={t(`layers.${layer}`)}
          checked={!hidden.includes(layer)}
          onChange={(event) => showLayer(layer, event.currentTarget.checked)}
        />
      ))}
      {picture !== null && (
        <Slider
          label={null}
          thumbProps={{ 'aria-label': t('layers.opacity') }}
          min={0.1}
          max={1}
          step={0.05}
          value={picture.opacity}
          onChange={(opacity) => usePicture.setState({ picture: { ...picture, opacity } })}
          onChangeEnd={(opacity) => void keepPicture({ ...picture, opacity })}
        />
      )}
      <button
        type="button"
        className={styles.link}
        onClick={() => {
          onClose();
          showDialog('picture');
        }}
      >
        {t(picture === null ? 'layers.addPicture' : 'layers.changePicture')}
      </button>
      {picture !== null && (
        <button type="button" className={styles.link} onClick={() => void removePicture(picture.campaignId)}>
          {t('layers.removePicture')}
        </button>
      )}
    </div>
  );
}
