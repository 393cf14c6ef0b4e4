import { parseAst } from 'vite';

/** What one source file is to the house rules. */
export interface Source {
  path: string;
  lines: number;
  imports: ImportedModule[];
  /** Identifiers used as values, and `object.property` of two plain names. */
  names: Set<string>;
}

export interface ImportedModule {
  /** As written; null when it only shows at run time. */
  specifier: string | null;
  typeOnly: boolean;
}

/** The tree as data: the parser's own types say too little about TypeScript's nodes to be worth their length. */
interface Node {
  type: string;
  [key: string]: unknown;
}

/** Reads imports, re-exports, dynamic imports, `import()` types and `require` calls, and the names a file uses. */
export function readSource(path: string, text: string): Source {
  const source: Source = { path, lines: text.trimEnd().split('\n').length, imports: [], names: new Set() };
  visit(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }), (node) => {
    const imported = importOf(node);
    if (imported !== undefined) source.imports.push(imported);
    const name = nameOf(node);
    if (name !== undefined) source.names.add(name);
  });
  return source;
}

function importOf(node: Node): ImportedModule | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: literal(node['source']), typeOnly: node['importKind'] === 'type' || allTypes(node) };
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      if (!isNode(node['source'])) return undefined;
      return { specifier: literal(node['source']), typeOnly: node['exportKind'] === 'type' || allTypes(node) };
    case 'ImportExpression':
      return { specifier: literal(node['source']), typeOnly: false };
    case 'TSImportType':
      return { specifier: literal(node['source']), typeOnly: true };
    case 'CallExpression':
      if (!isNode(node['callee']) || node['callee']['name'] !== 'require') return undefined;
      return { specifier: Array.isArray(node['arguments']) ? literal(node['arguments'][0]) : null, typeOnly: false };
    default:
      return undefined;
  }
}

/** `import { type A, type B }`: nothing is left of it at run time. */
function allTypes(node: Node): boolean {
  const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : [];
  return (
    specifiers.length > 0 && specifiers.every((one) => one['importKind'] === 'type' || one['exportKind'] === 'type')
  );
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type !== 'MemberExpression') return undefined;
  const { object, property } = node;
  if (!isNode(object) || !isNode(property) || object.type !== 'Identifier') return undefined;
  return `${String(object['name'])}.${String(property['name'] ?? property['value'])}`;
}

function literal(node: unknown): string | null {
  return isNode(node) && typeof node['value'] === 'string' ? node['value'] : null;
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, look);
  else if (isNode(value)) {
    look(value);
    for (const [key, child] of Object.entries(value)) {
      // A property's name is not a use of the global of that name: { fetch: … }, queryClient.fetch.
      const isLabel = (key === 'key' || key === 'property') && value['computed'] === false;
      if (!isLabel) visit(child, look);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
