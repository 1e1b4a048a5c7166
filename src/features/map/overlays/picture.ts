import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShown } from '../../../data/map/layers.ts';
import { usePicture, useStoredPicture } from '../../../data/map/picture.ts';
import { PictureLayer } from '../layers/pictureLayer.ts';
import type { Overlay } from './overlay.ts';

/** The campaign's picture, when it has one and the person wants to see it. */
function usePictureLayer(layer: PictureLayer): void {
  useStoredPicture();
  const picture = usePicture((s) => s.picture);
  const shown = useShown('picture');
  const [image, setImage] = useState<ImageBitmap | null>(null);
  const { t } = useTranslation();
  const file = picture?.file ?? null;
  const name = picture?.name ?? '';
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

export const picture: Overlay<{ readonly picture: PictureLayer }> = {
  id: 'picture',
  panes: { 'cohoa-picture': 330 },
  layers: () => ({ picture: new PictureLayer() }),
  useLayers: ({ picture }) => usePictureLayer(picture),
};
