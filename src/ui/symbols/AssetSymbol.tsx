import { type ShapeName, strokesOf } from './shapes.ts';

/** A symbol in the running page; decoration beside words, so hidden from screen readers. */
export function AssetSymbol({ shape, size = 24 }: { readonly shape: ShapeName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      strokeLinecap="round"
      strokeLinejoin="round"
      fill="none"
    >
      {strokesOf(shape).map((s) => (
        <path key={s.d} d={s.d} fill={s.fill ?? 'none'} stroke={s.stroke} strokeWidth={s.width} />
      ))}
    </svg>
  );
}
