export { type Change, type Selection, type Skipped, selectChanges, short } from './changes.ts';
export { type ParsedMessage, parseMessage } from './conventional.ts';
export { countCommits, type GitPorts, git, resolveCommit, revParse } from './git.ts';
export { type History, type RawCommit, readHistory, type VersionTag } from './history.ts';
export { type ReleaseConfig, releaseKind } from './kinds.ts';
export { type Links, renderNotes } from './notes.ts';
export { planRelease, type ReleasePlan, type ReleaseQuestion } from './plan.ts';
export { type Bump, chooseVersion, parseVersion, type VersionChoice } from './version.ts';
