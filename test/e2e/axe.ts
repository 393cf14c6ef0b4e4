import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe calls serious or worse on the page as it stands; the dark screens differ in colours only. */
export async function seriousFindings(page: Page, place: string, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // Only what is wrong is described in full, which takes most of the time.
  const axe = new AxeBuilder({ page }).exclude('iframe').options({ resultTypes: ['violations'] });
  const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${place} ${id} ${nodes[0]?.html}`);
}
