export function copyFonts(targetDir: string): void;
