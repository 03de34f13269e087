export const id = 952;
export const ids = [952];
export const modules = {

/***/ 9952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubStore: () => (/* binding */ githubStore)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 23 modules
var runtime = __webpack_require__(6621);
// EXTERNAL MODULE: ./.build/packages/ledger/record.js
var record = __webpack_require__(1781);
;// CONCATENATED MODULE: ./.build/packages/ledger/github/api.js

const POLICY = { deadline: 60_000, firstPause: 200, maxPause: 10_000 };
/** `path` starts after `/repos/<owner>/<repo>`. Throws RemoteError for every status from 400. */
function repositoryApi(github, clock) {
    const base = `/repos/${github.owner}/${github.repo}`;
    const call = (method, path, body, again) => (0,runtime/* retry */.L5)(async () => {
        const { status, data, headers } = await github.request({
            ...{ method, url: `${base}${path}` },
            ...body,
        });
        return { status, data, etag: headers.etag };
    }, (error) => pauseOf(error, again), { clock, policy: POLICY });
    return {
        // The port repeats reads by itself.
        get: (path, etag) => call('GET', path, etag ? { headers: { 'if-none-match': etag } } : {}, false),
        send: (method, path, body, { again }) => call(method, path, body, again),
    };
}
/** Limits are waited for by the port, whatever the method. */
function pauseOf(error, again) {
    if (!again || !(error instanceof runtime/* RemoteError */.Hi) || !error.retryable)
        return undefined;
    const seconds = Number(headersOf(error)['retry-after']);
    return seconds > 0 ? { after: seconds * 1_000 } : {};
}
/** Octokit's own error carries the response. */
function headersOf({ cause }) {
    const response = cause
        ?.response;
    return response?.headers ?? {};
}
/** GitHub's words, without ours around them. */
function saidBy(error) {
    const data = error.cause?.response?.data;
    return typeof data?.message === 'string' ? data.message : error.message;
}

// EXTERNAL MODULE: ./.build/packages/ledger/types.js
var types = __webpack_require__(2743);
;// CONCATENATED MODULE: ./.build/packages/ledger/github/move.js



/** How long an unclear outcome is looked into before the caller is told that it is unclear, in ms. */
const LOOK_FOR = 60_000;
/**
 * Moves the ref to a commit whose parent is `from`, or creates it. The server's fast-forward rule makes it
 * a compare-and-swap: a head that moved is no ancestor of the new commit. When the connection dies, the
 * outcome is read; if the ref has not moved, the very same move is sent again, which can neither double
 * the event nor lose it. Throws LedgerConflict when somebody was faster.
 */
async function moveRef(api, clock, move) {
    const end = clock.now() + LOOK_FOR;
    for (let wasUnclear = false, tries = 1;; tries++) {
        try {
            await send(api, move);
            return;
        }
        catch (error) {
            if (!(error instanceof runtime/* RemoteError */.Hi))
                throw error;
            const unclear = error.retryable || error.status === undefined;
            wasUnclear ||= unclear;
            if (!unclear && error.status !== 409 && error.status !== 422)
                throw error;
            // After an unclear try even "already exists" may speak of our own move: only a look can tell.
            if (!wasUnclear && isBeaten(error))
                throw conflict(move, error);
            const outcome = await look(api, move, error);
            if (outcome === 'done')
                return;
            if (outcome === 'beaten')
                throw conflict(move, error);
            // "Not a fast-forward" of a ref that has not moved: the look lags behind the refusal.
            if (!unclear && !isBeaten(error))
                throw refused(move, error);
            if (clock.now() > end)
                throw unknown(move, error);
        }
        await clock.sleep(Math.random() * Math.min(5_000, 100 * 2 ** tries));
    }
}
function send(api, { ref, from, to }) {
    if (from === undefined)
        return api.send('POST', '/git/refs', { ref, sha: to }, { again: false });
    return api.send('PATCH', `/git/${ref}`, { sha: to, force: false }, { again: false });
}
const isBeaten = (error) => error.status === 422 && /not a fast.?forward|reference already exists/i.test(saidBy(error));
/** Where the ref is now: `open` when it still stands where the move starts, or before that. */
async function look(api, { ref, from, to }, why) {
    try {
        const { data } = await api.get(`/git/matching-refs/${ref.replace(/^refs\//, '')}`);
        const refs = data;
        const head = refs.find((one) => one.ref === ref)?.object.sha;
        if (head === to)
            return 'done';
        if (head === from)
            return 'open';
        if (head === undefined)
            return 'beaten';
        const relation = await compare(api, to, head);
        // Others may have appended after us already.
        if (relation === 'ahead')
            return 'done';
        // A copy of the server that lags behind shows where the ref once was: our own event may be on it by now.
        return relation === 'behind' ? 'open' : 'beaten';
    }
    catch (error) {
        throw unknown({ ref, from, to }, error instanceof runtime/* RemoteError */.Hi ? error : why);
    }
}
/** How `head` stands to `commit`: with it and more, on the way to it, or on another line. */
async function compare(api, commit, head) {
    try {
        const { data } = await api.get(`/compare/${commit}...${head}?per_page=1`);
        if (data.status === 'identical')
            return 'ahead';
        return data.status === 'ahead' || data.status === 'behind' ? data.status : 'diverged';
    }
    catch (error) {
        // Two histories without a common beginning cannot be compared.
        if (error instanceof runtime/* RemoteError */.Hi && error.status === 404)
            return 'diverged';
        throw error;
    }
}
function conflict({ ref, from }, cause) {
    return new types/* LedgerConflict */.Q(`${ref} is no longer at ${from ?? 'its beginning'}`, { cause });
}
function refused({ ref, to }, cause) {
    return new runtime/* RemoteError */.Hi(`GitHub refused to move ${ref}: ${saidBy(cause)}; nothing was written`, {
        status: cause.status,
        where: `${ref} to ${to}`,
        mend: 'a rule of the repository may protect this ref: exempt it, or set ledger.prefix to one that is free',
        cause,
    });
}
function unknown({ ref, to }, cause) {
    return new runtime/* RemoteError */.Hi(`it is unclear whether the event was written: ${cause.message}`, {
        status: cause.status,
        where: `${ref} to ${to}`,
        mend: 'run the job again when GitHub answers: it reads the ledger first and goes on from what it says',
        retryable: true,
        cause,
    });
}

;// CONCATENATED MODULE: ./.build/packages/ledger/github/index.js





/**
 * Keeps the ledger in a repository on GitHub, by its git REST API. A read is one request: the commit at the
 * ref, whose message holds the state (two when there is no entry yet, to tell that from no access). An
 * append is three: tree, commit, ref.
 */
async function githubStore(options) {
    const { ports, prefix } = options;
    const { apiUrl, repository } = target(options);
    const github = await (0,runtime/* connectGitHub */.UY)({ apiUrl, token: tokenOf(options), http: ports.http, repository });
    const store = { api: repositoryApi(github, ports.clock), clock: ports.clock, known: new Map() };
    const refOf = (key) => `${prefix}/${key}`;
    return {
        type: 'github',
        location: `${prefix} in ${repository.owner}/${repository.repo}`,
        head: (key) => readHead(store, refOf(key)),
        append: (key, parent, event, state) => append(store, { ref: refOf(key), parent, event, state }),
        history: (key, limit) => readHistory(store.api, refOf(key), limit),
        async keys(start) {
            const refs = await matching(store.api, refOf(start));
            // Servers drop the slash at the end, and then match more.
            return refs.map(({ ref }) => ref.slice(prefix.length + 1)).filter((key) => key.startsWith(start));
        },
    };
}
async function append({ api, clock }, { ref, parent, event, state }) {
    const { message, files } = (0,record/* encode */.lF)(event, state, (0,external_node_crypto_.randomUUID)());
    const entries = Object.entries(files).map(([path, content]) => {
        return { path, content, mode: '100644', type: 'blob' };
    });
    const tree = await write(api, '/git/trees', { tree: entries });
    const date = new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
    const author = { name: 'Fairway', email: 'fairway@localhost', date };
    const parents = parent === undefined ? [] : [parent];
    // With its date given, a commit that is posted twice is one commit.
    const id = await write(api, '/git/commits', { message, tree, parents, author, committer: author });
    await moveRef(api, clock, { ref, from: parent, to: id });
    return id;
}
async function write(api, path, body) {
    try {
        const { data } = await api.send('POST', path, body, { again: true });
        return data.sha;
    }
    catch (error) {
        if (!(error instanceof runtime/* RemoteError */.Hi) || error.status !== 409)
            throw error;
        throw new runtime/* UserError */.yo(`GitHub cannot write the ledger: ${saidBy(error)}`, {
            where: error.where ?? path,
            mend: 'an empty repository takes no ledger: push a first commit',
            cause: error,
        });
    }
}
async function readHead(store, ref) {
    const commit = await readCommit(store, ref);
    if (!commit)
        return undefined;
    const { state } = (0,record/* decode */.D4)(commit.message, `${ref} at ${commit.sha}`);
    return { id: commit.sha, state };
}
/** Statuses for "no such commit": 404 and 422 (by server), 409 for an empty repository. */
const ABSENT = new Set([404, 409, 422]);
async function readCommit({ api, known }, ref) {
    const before = known.get(ref);
    const read = async (name, etag) => {
        const { data, etag: now } = await api.get(`/commits/${name}?per_page=1`, etag);
        const commit = { sha: data.sha, message: data.commit.message };
        if (now)
            known.set(ref, { etag: now, commit });
        return commit;
    };
    try {
        return await read(ref, before?.etag);
    }
    catch (error) {
        if (before && error instanceof runtime/* RemoteError */.Hi && error.status === 304)
            return before.commit;
        if (!(error instanceof runtime/* RemoteError */.Hi) || !ABSENT.has(error.status))
            throw error;
        // No entry yet, no access, or a server that does not look up such refs here: the list of refs knows.
        const sha = (await matching(api, ref)).find((one) => one.ref === ref)?.sha;
        return sha === undefined ? undefined : read(sha);
    }
}
async function matching(api, ref) {
    try {
        const { data } = await api.get(`/git/matching-refs/${ref.replace(/^refs\//, '')}`);
        return data.map(({ ref: name, object }) => {
            return { ref: name, sha: object.sha };
        });
    }
    catch (error) {
        // An empty repository has no refs.
        if (error instanceof runtime/* RemoteError */.Hi && error.status === 409)
            return [];
        throw error;
    }
}
async function readHistory(api, ref, limit) {
    const head = (await matching(api, ref)).find((one) => one.ref === ref)?.sha;
    const entries = [];
    for (let page = 1; head !== undefined && entries.length < limit; page++) {
        const size = Math.min(100, limit);
        const { data } = await api.get(`/commits?sha=${head}&per_page=${size}&page=${page}`);
        const commits = data;
        for (const { sha, commit } of commits) {
            entries.push({ id: sha, ...(0,record/* decode */.D4)(commit.message, `${ref} at ${sha}`) });
        }
        if (commits.length < size)
            break;
    }
    return entries.slice(0, limit);
}
function target({ ports, repository }) {
    const { apiUrl, repository: own } = ports.context;
    if (apiUrl === undefined) {
        throw new runtime/* UserError */.yo('the ledger backend "github" needs GitHub, and this run has none', {
            mend: 'set ledger.backend to auto or git, or set GITHUB_API_URL',
        });
    }
    const [owner, repo] = repository?.split('/') ?? [own?.owner, own?.repo];
    if (!owner || !repo) {
        throw new runtime/* UserError */.yo(`"${repository ?? ''}" is not a repository that can hold the ledger`, {
            mend: 'set ledger.repository to owner/name, or run where GITHUB_REPOSITORY is set',
        });
    }
    return { apiUrl, repository: { owner, repo } };
}
function tokenOf({ token }) {
    if (token)
        return token;
    throw new runtime/* UserError */.yo('the ledger on GitHub needs a token', {
        mend: "pass the action's `token`, and give the job `permissions: contents: write`",
    });
}


/***/ })

};
