import path from 'node:path';
import { CONFINED, CONFINED_NAMES, LAYERS, LONG_FILES, LONGEST_FILE, type Layer } from './layer-rules.ts';
import type { ImportedModule, Source } from './read-source.ts';

/** Every breach of the house rules, one sentence each. */
export function findViolations(sources: readonly Source[]): string[] {
  return [
    ...sources.flatMap((source) => [...layerViolations(source), ...nameViolations(source), ...sizeViolations(source)]),
    ...findCycles(sources).map((cycle) => `cycle: ${cycle.join(' → ')}`),
  ];
}

function layerViolations(source: Source): string[] {
  const layer = layerOf(source.path);
  if (layer === undefined) return source.path.startsWith('src/') ? [`${source.path} belongs to no layer`] : [];
  return source.imports.flatMap((imported) => {
    const { specifier } = imported;
    if (specifier === null) return [`${source.path} imports something that only shows at run time`];
    const target = resolveImport(source.path, specifier);
    const found =
      target === null ? packageViolation(source.path, layer, imported) : insideViolation(layer, target, imported);
    return found === null ? [] : [`${source.path} imports ${target ?? specifier}: ${found}`];
  });
}

function insideViolation(layer: Layer, target: string, { typeOnly }: ImportedModule): string | null {
  const other = layerOf(target);
  if (other === undefined) return `${layer.name} may not leave src`;
  if (other === layer || layer.layers.includes(other.name)) return null;
  if (layer.types?.includes(other.name)) {
    return typeOnly ? null : `${layer.name} may import only types of ${other.name}`;
  }
  return `${layer.name} may not import ${other.name}`;
}

function packageViolation(file: string, layer: Layer, { specifier, typeOnly }: ImportedModule): string | null {
  if (specifier === null) return null;
  const confined = CONFINED.find((rule) => fits(rule.packages, specifier));
  if (confined !== undefined && !confined.files.test(file) && !(typeOnly && confined.typesIn?.test(file))) {
    return confined.why;
  }
  if (layer.packages === 'any' || fits(layer.packages, specifier)) return null;
  return `${layer.name} may not import that package`;
}

/** `zod` fits zod and zod/v4, not zodiac; `node:` and `@mantine/` fit whatever they begin. */
function fits(packages: readonly string[], specifier: string): boolean {
  return packages.some((name) =>
    /[:/]$/.test(name) ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
  );
}

function nameViolations(source: Source): string[] {
  return CONFINED_NAMES.filter((rule) => rule.within.test(source.path) && !rule.files.test(source.path)).flatMap(
    (rule) =>
      rule.names.filter((name) => source.names.has(name)).map((name) => `${source.path} uses ${name}: ${rule.why}`),
  );
}

function sizeViolations({ path: file, lines }: Source): string[] {
  if (lines <= LONGEST_FILE || file in LONG_FILES) return [];
  return [`${file} has ${lines} lines: above ${LONGEST_FILE} a file needs a reason in layer-rules.ts`];
}

/** Each group of files that import each other, once, types included: a cycle of types is still one concept in two files. */
function findCycles(sources: readonly Source[]): string[][] {
  const edges = new Map(
    sources.map((source) => [
      source.path,
      source.imports.flatMap(({ specifier }) => {
        const target = specifier === null ? null : resolveImport(source.path, specifier);
        return target === null ? [] : [target];
      }),
    ]),
  );
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: string[]): void => {
    const start = trail.indexOf(file);
    if (start !== -1) cycles.push([...trail.slice(start), file]);
    if (start !== -1 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return cycles;
}

function layerOf(file: string): Layer | undefined {
  return LAYERS.find((layer) => layer.files.test(file));
}

/** A path from the project's root, or null for a package. */
function resolveImport(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : null;
}
