/** A server of the file's own, with an administrator who can make a campaign from nothing. */
import { addAdministrator } from './emptyCampaign.ts';
import { demoFolder, killPostmaster, removeFolder, ServerProcess } from './server.ts';
import { test as base } from './story.ts';

export const test = base.extend<object, { own: ServerProcess }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const folder = await demoFolder();
      const server = await ServerProcess.start(folder, {}, []);
      addAdministrator(folder);
      await use(server);
      await server.stop();
      killPostmaster(folder);
      removeFolder(folder);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
