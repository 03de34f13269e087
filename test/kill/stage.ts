import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Release } from '@fairway/ledger';
import { TestHome } from '../../packages/targets/process/test-home.ts';
import { makeRepository } from '../support/repository.ts';
import { app } from './app.ts';
import { Notices } from './notices.ts';
import { Scene, type SceneOptions } from './scene.ts';

/** What all scenes share: the images, and the repository they begin with. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'fw-kill-'));
  readonly notices = new Notices();
  readonly releases: Record<string, Release> = {};
  #scenes = 0;

  async open(): Promise<this> {
    await this.notices.start();
    const repository = makeRepository(this.make('repository'));
    const home = new TestHome(this.make('releases'));
    for (const version of ['1.0.0', '2.0.0', '3.0.0']) {
      const commit = repository.commit(`feat: ${version}`);
      this.releases[version] = { ...(await home.release(version, app)), commit };
    }
    return this;
  }

  make(name: string): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** An environment of its own in which 1.0.0 is live. */
  async scene(options: SceneOptions = {}): Promise<Scene> {
    for (let tries = 1; ; tries++) {
      const scene = new Scene(this, `s${this.#scenes++}`);
      try {
        return await scene.open(options);
      } catch (error) {
        await scene.remove();
        // Somebody else on this machine may take the port.
        if (tries === 3) throw error;
      }
    }
  }

  remove(): void {
    this.notices.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
