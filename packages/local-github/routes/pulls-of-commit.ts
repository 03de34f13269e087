import { type Route, reply } from './route.ts';

/** Pull requests whose merge or head is the commit; the commits in between are not looked at. */
export function pullsOfCommitRoutes(): Route[] {
  return [
    {
      method: 'GET',
      path: '/repos/:owner/:repo/commits/:sha/pulls',
      async handle({ slug, params, upstream }) {
        const commit = await upstream('GET', `/repos/${slug}/commits/${params.sha}`);
        if (commit.status !== 200) return reply(422, { message: `No commit found for SHA: ${params.sha}` });
        const pulls = await upstream('GET', `/repos/${slug}/pulls?state=all&per_page=100`);
        const mine = (pulls.body as { merge_commit_sha: string; head: { sha: string } }[]).filter(
          ({ merge_commit_sha: merged, head }) => [merged, head.sha].includes(commit.body.sha),
        );
        return reply(200, mine);
      },
    },
  ];
}
