/** Lays a picture on the map: two points clicked on it, and where each of them is. */
import { Button, FileInput, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type MouseEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { pointOfPlace } from '../../data/commands/findPlace.ts';
import { keepPicture } from '../../data/map/picture.ts';
import { setPicking, useDrafts } from '../../data/workbench/drafts.ts';
import { goTo } from '../../data/workbench/view.ts';
import { type Pair, similarityOf } from '../../domain/geo/similarity.ts';
import { ok } from '../../domain/model/result.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { worldX, worldY } from '../../ui/map/world.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './map.module.css';

/** A picture larger than this on either side would not be drawn smoothly. */
const MAX_SIDE = 8000;

export function PictureDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const campaignId = useCampaign((s) => s.campaignId);
  const [file, setFile] = useState<File | null>(null);
  const [points, setPoints] = useState<readonly Pair[]>([]);
  const [places, setPlaces] = useState<readonly [string, string]>(['', '']);
  const [problem, setProblem] = useState<string | null>(null);
  const picking = useDrafts((s) => s.picking);
  const url = useObjectUrl(file);
  const placed = (i: 0 | 1, text: string) => {
    setPlaces((now) => (i === 0 ? [text, now[1]] : [now[0], text]));
    setProblem(null);
  };
  const accept = async () => {
    const [p, q] = points;
    if (file === null || campaignId === null || p === undefined || q === undefined) return;
    const laid = placeOf(p, q, places);
    if (!laid.ok) {
      setProblem(reason(laid.reason));
      return;
    }
    goTo({ coordinates: laid.value.points });
    onClose();
    const kept = await keepPicture({
      campaignId,
      name: file.name,
      file,
      place: laid.value.place,
      opacity: 0.6,
    });
    if (!kept) notifications.show({ message: t('picture.notKept'), color: 'red' });
  };
  return (
    <Dialog
      opened={picking === null}
      onClose={onClose}
      typed={() => points.length > 0 || places.some((place) => place !== '')}
      title={t('picture.title')}
      size="lg"
    >
      <FileInput
        label={t('picture.file')}
        description={t('picture.hint')}
        accept="image/png,image/jpeg,image/webp"
        placeholder={t('ground.choose')}
        value={file}
        onChange={(f) => {
          setFile(f);
          setPoints([]);
          setProblem(null);
        }}
      />
      {url !== null && (
        <>
          <p>
            {t(
              points.length === 0
                ? 'picture.first'
                : points.length === 1
                  ? 'picture.second'
                  : 'picture.places',
            )}
          </p>
          <PointedPicture
            url={url}
            name={file?.name ?? ''}
            points={points}
            onPoints={setPoints}
            onUnusable={(words) => {
              setProblem(words);
              setFile(null);
            }}
          />
        </>
      )}
      {([0, 1] as const).map((i) => (
        <TextInput
          key={i}
          mt="sm"
          label={t('picture.place', { number: i + 1 })}
          placeholder="QL.3 Km 146+250"
          value={places[i]}
          disabled={points.length <= i}
          rightSectionWidth={124}
          rightSection={
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={points.length <= i}
              onClick={() => setPicking(([lng, lat]) => placed(i, `${lat.toFixed(6)}, ${lng.toFixed(6)}`))}
            >
              {t('picture.pick')}
            </Button>
          }
          onChange={(event) => placed(i, event.currentTarget.value)}
        />
      ))}
      {problem !== null && (
        <p role="alert" className={styles.short}>
          {problem}
        </p>
      )}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          disabled={points.length < 2 || places.some((p) => p.trim() === '')}
          onClick={() => void accept()}
        >
          {t('picture.accept')}
        </Button>
      </Group>
    </Dialog>
  );
}

/** How two points of the picture lie on the map, and where they do; fails as their places do, or where both are one. */
function placeOf(p: Pair, q: Pair, places: readonly [string, string]) {
  const a = pointOfPlace(places[0]);
  if (!a.ok) return a;
  const b = pointOfPlace(places[1]);
  if (!b.ok) return b;
  const world = (at: Pair): Pair => [worldX(at[0]), worldY(at[1])];
  const place = similarityOf([p, q], [world(a.value), world(b.value)]);
  return place.ok ? ok({ points: [a.value, b.value], place: place.value }) : place;
}

interface PictureProps {
  readonly url: string;
  readonly name: string;
  /** In pixels of the picture. */
  readonly points: readonly Pair[];
  readonly onPoints: (points: readonly Pair[]) => void;
  readonly onUnusable: (words: string) => void;
}

/** The picture, with the points that were clicked on it; a third click begins anew. */
function PointedPicture({ url, name, points, onPoints, onUnusable }: PictureProps) {
  const { t } = useTranslation();
  const clicked = (event: MouseEvent<HTMLImageElement>) => {
    const image = event.currentTarget;
    const box = image.getBoundingClientRect();
    const at: Pair = [
      ((event.clientX - box.left) / box.width) * image.naturalWidth,
      ((event.clientY - box.top) / box.height) * image.naturalHeight,
    ];
    onPoints(points.length >= 2 ? [at] : [...points, at]);
  };
  return (
    <div className={styles.picture}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a place on a picture is pointed at; its map place is typed */}
      <img
        src={url}
        alt={name}
        onClick={clicked}
        onError={() => onUnusable(t('picture.unreadable', { name }))}
        onLoad={(event) => {
          const { naturalWidth, naturalHeight } = event.currentTarget;
          if (Math.max(naturalWidth, naturalHeight) > MAX_SIDE)
            onUnusable(t('picture.tooLarge', { side: MAX_SIDE }));
        }}
      />
      {points.map(([x, y], i) => (
        <PointMark key={`${x} ${y}`} x={x} y={y} number={i + 1} />
      ))}
    </div>
  );
}

/** A numbered ring; its place is a share of the picture, so that it stays where it was set. */
function PointMark({ x, y, number }: { readonly x: number; readonly y: number; readonly number: number }) {
  const [share, setShare] = useState<readonly [number, number] | null>(null);
  return (
    <span
      className={styles.pictureMark}
      ref={(node) => {
        const image = node?.parentElement?.querySelector('img');
        if (image != null && share === null) setShare([x / image.naturalWidth, y / image.naturalHeight]);
      }}
      style={share === null ? {} : { left: `${share[0] * 100}%`, top: `${share[1] * 100}%` }}
    >
      {number}
    </span>
  );
}

function useObjectUrl(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (file === null) {
      setUrl(null);
      return;
    }
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
