/** Reads what an address says of each of `names`; what is not one of them is passed over. */
export function read<Name extends string>(query: string, names: readonly Name[]): Partial<Record<Name, string>> {
  const given = new URLSearchParams(query);
  const filters: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = given.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return filters;
}

/** Writes filters as they stand in an address. */
export function written(filters: Partial<Record<string, string>>): string {
  const set = Object.entries(filters).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []));
  return new URLSearchParams(set).toString();
}
