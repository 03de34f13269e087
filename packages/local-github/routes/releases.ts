import type { Route } from './route.ts';

/** Publishing a release makes its tag where there is none; the emulator keeps only the release. */
export function releaseRoutes(): Route[] {
  const path = '/repos/:owner/:repo/releases';
  const publish = (method: string, suffix: string): Route => ({
    method,
    path: `${path}${suffix}`,
    async handle({ slug, params, body, upstream }) {
      const release = await upstream(
        method,
        `/repos/${slug}/releases${params.id ? `/${params.id}` : ''}`,
        body,
      );
      if (release.status >= 300 || release.body.draft) return release;
      const { tag_name: tag, target_commitish: target } = release.body;
      const existing = await upstream('GET', `/repos/${slug}/git/ref/tags/${tag}`);
      if (existing.status === 200) return release;
      const commit = await upstream('GET', `/repos/${slug}/commits/${target}`);
      if (commit.status === 200) {
        const ref = { ref: `refs/tags/${tag}`, sha: commit.body.sha };
        await upstream('POST', `/repos/${slug}/git/refs`, ref);
      }
      return release;
    },
  });
  return [publish('POST', ''), publish('PATCH', '/:id')];
}
