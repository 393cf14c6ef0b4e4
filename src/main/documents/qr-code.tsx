import createQrCode from 'qrcode-generator';

/** A QR code as a grid of dark modules, with error correction for 15 % of it (level M). */
export interface QrGrid {
  /** Modules along one side. */
  size: number;
  /** SVG path over all dark modules, one unit each. */
  path: string;
}

export function qrGridOf(data: string): QrGrid {
  const code = createQrCode(0, 'M');
  code.addData(data);
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_module, column) => code.isDark(row, column)),
  );
  return { size, path: rows.map((row, y) => runsOf(row, y)).join('') };
}

/** A row's dark modules, neighbours as one bar: no hairlines between them on paper. */
function runsOf(row: boolean[], y: number): string {
  let path = '';
  for (let start = row.indexOf(true); start !== -1;) {
    const light = row.indexOf(false, start);
    const end = light === -1 ? row.length : light;
    path += `M${start} ${y}h${end - start}v1h-${end - start}z`;
    start = row.indexOf(true, end);
  }
  return path;
}

/** Drawn so many millimetres wide. Whoever places it leaves four modules of white around it. */
export function QrCode({ grid: { size, path }, widthMm }: { grid: QrGrid; widthMm: number }) {
  return (
    <svg
      className="qr"
      width={`${widthMm}mm`}
      height={`${widthMm}mm`}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
