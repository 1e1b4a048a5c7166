import { type ColourName, GLYPH_BOX, glyphInk, inColour, type ShapeName, strokesOf } from './shapes.ts';

/** A symbol in the running page; decoration beside words, so hidden from screen readers. */
interface Props {
  readonly shape: ShapeName;
  readonly colour?: ColourName;
  readonly glyph?: string;
  readonly size?: number;
}

export function AssetSymbol({ shape, colour = 'red', glyph = '', size = 24 }: Props) {
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
        <path
          key={s.d}
          d={s.d}
          fill={inColour(s.fill, colour) ?? 'none'}
          stroke={inColour(s.stroke, colour)}
          strokeWidth={s.width}
        />
      ))}
      {glyph !== '' && (
        <>
          <rect {...GLYPH_BOX} rx="2" fill="#FFFFFF" stroke={glyphInk(colour)} strokeWidth="1" />
          <text
            x={GLYPH_BOX.x + GLYPH_BOX.width / 2}
            y={GLYPH_BOX.y + GLYPH_BOX.height / 2}
            fill={glyphInk(colour)}
            fontSize="8"
            fontWeight="700"
            textAnchor="middle"
            dominantBaseline="central"
          >
            {glyph}
          </text>
        </>
      )}
    </svg>
  );
}
