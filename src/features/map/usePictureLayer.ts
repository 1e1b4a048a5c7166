import { notifications } from '@mantine/notifications';
import type L from 'leaflet';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShown } from '../../data/map/layers.ts';
import { usePicture, useStoredPicture } from '../../data/map/picture.ts';
import { PictureLayer } from './layers/pictureLayer.ts';

/** The campaign's picture, when it has one and the person wants to see it. */
export function usePictureLayer(map: L.Map): void {
  useStoredPicture();
  const [layer] = useState(() => new PictureLayer());
  const picture = usePicture((s) => s.picture);
  const shown = useShown('picture');
  const [image, setImage] = useState<ImageBitmap | null>(null);
  const { t } = useTranslation();
  const file = picture?.file ?? null;
  const name = picture?.name ?? '';
  useEffect(() => {
    map.addLayer(layer);
    return () => {
      map.removeLayer(layer);
    };
  }, [map, layer]);
  useEffect(() => {
    let gone = false;
    setImage(null);
    if (file !== null)
      void createImageBitmap(file).then(
        (made) => {
          if (!gone) setImage(made);
        },
        () => {
          if (!gone) notifications.show({ message: t('picture.unreadable', { name }), color: 'red' });
        },
      );
    return () => {
      gone = true;
    };
  }, [file, name, t]);
  useEffect(() => {
    layer.set(
      picture === null || image === null || !shown
        ? null
        : { image, place: picture.place, opacity: picture.opacity },
    );
  }, [layer, picture, image, shown]);
}
