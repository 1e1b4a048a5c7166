/** The symbol as the map will draw it: small and large, in colour and as a black-and-white printer would. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColourName, ShapeName } from '../../ui/symbols/shapes.ts';
import { SpriteSheet } from '../../ui/symbols/sprites.ts';
import styles from './catalogue.module.css';

interface Props {
  readonly shape: ShapeName;
  readonly colour: ColourName;
  readonly glyph: string;
}

const SIZES = [16, 20, 24, 28];

export function SymbolPreview(look: Props) {
  const { t } = useTranslation();
  const { shape, colour, glyph } = look;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null) return;
    const sheet = new SpriteSheet(2);
    context.setTransform(2, 0, 0, 2, 0, 0);
    context.clearRect(0, 0, 360, 50);
    for (const [half, grey] of [
      [0, false],
      [180, true],
    ] as const) {
      context.filter = grey ? 'grayscale(1)' : 'none';
      SIZES.forEach((size, i) => {
        const box = size * 1.25;
        const sprite = sheet.symbol({ shape, colour, glyph }, 'approved', size);
        context.drawImage(sprite, half + 24 + i * 42 - box / 2, 25 - box / 2, box, box);
      });
    }
  }, [shape, colour, glyph]);
  return (
    <figure className={styles.preview}>
      <canvas ref={canvas} width={720} height={100} style={{ width: 360, height: 50 }} aria-hidden />
      <figcaption>{t('catalogue.preview')}</figcaption>
    </figure>
  );
}
